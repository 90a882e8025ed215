with leaver as (include(care_leaver_birthdays))
select l.local_number, to_char(l.born, 'DD/MM/YYYY'), l.in_touch, l.activity, l.accommodation, l.drawn_from
from leaver l where l.is_on between :first and :last order by l.local_number
