/**
 * The database: PostgreSQL 18 started by us, or any by one URL; its roles; and who a connection acts for.
 *
 * <p>The application's role owns nothing and passes no policy by. Each connection is told whom it acts for when it is
 * taken from the pool; told of nobody, it sees no rows.
 */
@NullMarked
package org.goldenthread.app.database;

import org.jspecify.annotations.NullMarked;
