select t.id dept_team_id, t.name dept_team_name from team t where t.agency = '' order by 1
