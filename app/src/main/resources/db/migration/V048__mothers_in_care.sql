-- The SSDA903 asks of a girl who is looked after whether she is a mother: which is found from her child's side of the relationship.
create index relationship_history_other on relationship_history (other);
