select r.follows plan, r.held "CPPreviewDate" from known(review_conference) r where r.held between :first and :last order by 2
