/** Lists of the council's that checks use beside the record: the postcode directory, Ofsted's list of providers, the council's own code. */
@NullMarked
package org.goldenthread.app.reference;

import org.jspecify.annotations.NullMarked;
