package org.goldenthread.returns.write.annexa;

import java.util.List;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.GivenCell;

/**
 * One list that is to be written.
 *
 * @param others headings of columns that are not Ofsted's, which follow Ofsted's
 * @param rows cells in the order of the list's columns, then of the others; a row may end early
 */
record WrittenList(AnnexAList list, List<String> others, List<List<GivenCell>> rows) {}
