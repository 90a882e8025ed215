select r.follows plan, r.held "CPPreviewDate", r.id drawn_from from known(review_conference) r where r.held between :first and :last order by 2
