with leaver as (include(care_leaver_birthdays))
select l.local_number || '|' || l.is_on as row_id, l.local_number as person_id, l.is_on as birthday_date, l.age, l.in_touch, l.activity, l.accommodation
from leaver l order by l.local_number, l.is_on
