-- Every record is found by the child whom it is about. Of people themselves that is their own id, and without an index of its own each check while
-- typing read all of them.
create index person_person_idx on person (person);
