/** The front door: contacts, MASH enquiries and referrals. */
@NullMarked
package org.goldenthread.app.frontdoor;

import org.jspecify.annotations.NullMarked;
