/** Child protection: strategy discussions, section 47 enquiries, conferences and child protection plans. */
@NullMarked
package org.goldenthread.app.protection;

import org.jspecify.annotations.NullMarked;
