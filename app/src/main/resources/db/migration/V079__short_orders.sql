-- An emergency protection order may be extended once; and what lasts for days alone has clocks.
select add_answer('legal_status', 'extended', 'date');
insert into drawn_anew (kept) select 'legal-status' where exists (select from legal_status where status in ('L1', 'L2', 'L3')) on conflict do nothing;
