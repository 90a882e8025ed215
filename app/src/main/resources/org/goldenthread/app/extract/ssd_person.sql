-- Children: everybody of whom more is recorded than that they were born, and so no parent who is only named; and nobody of whom it is only
-- recorded that they wish to adopt, and who works with them.
select p.local_number pers_person_id, p.given_name pers_forename, p.family_name pers_surname, p.sex pers_sex, p.gender pers_gender,
    p.ethnicity pers_ethnicity, p.born pers_dob, p.nhs_number pers_common_child_id, p.id pers_legacy_id, p.upn_unknown pers_upn_unknown,
    p.expected pers_expected_dob, p.died pers_death_date,
    case when exists (select from known(relationship) r where r.other = p.id and r.kind = 'MOTHER') then 'Y' else 'N' end pers_is_mother
from known(person) p
where exists (select from event e where e.person = p.id and e.name not in ('born', 'died')
    and (e.record_type not in ('prospective-adopter', 'allocation') or not exists (select from known(prospective_adopter) a where a.person = p.id))
    and e.known_from <= :at and (e.known_until is null or e.known_until > :at))
order by 1
