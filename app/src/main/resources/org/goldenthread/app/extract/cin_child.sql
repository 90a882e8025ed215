-- Children of whom a referral was open in the collection year, up to the day that the census is drawn to.
select p.id person, p.local_number "LAchildID", p.upn "UPN", case when p.upn = '' then p.upn_unknown end "UPNunknown",
    p.born "PersonBirthDate", case when p.born is null then p.expected end "ExpectedPersonBirthDate", p.sex "Sex",
    case when p.died <= :last then p.died end "PersonDeathDate", p.ethnicity "Ethnicity", array_to_string(p.disabilities, ' ') "Disabilities",
    p.id drawn_from
from known(person) p
where exists (select from known(referral) r left join known(closure) c on c.follows = r.id
    where r.person = p.id and r.received <= :last and (c.closed is null or c.closed >= :first)
        and (r.state <> 'no-further-action' or r.received >= :first))
order by 2
