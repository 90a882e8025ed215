-- Who is to be told of a placement is told before it, or within five working days where it was made in an emergency (regulation 13 of the Care
-- Planning, Placement and Case Review (England) Regulations 2010). Where nobody said which, the five working days hold.
select add_answer('placement', 'emergency', 'boolean');
