select a.id addr_table_id, p.local_number addr_person_id, a.kind addr_address_type, a.started addr_address_start_date,
    a.ended addr_address_end_date, case when a.must_not_be_disclosed then '' else a.postcode end addr_address_postcode
from known(address) a join known(person) p on p.id = a.person order by 2, 1
