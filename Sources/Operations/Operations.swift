/// One file per thing the office does; each is one transaction and one line of the audit chain.
///
/// Here the pure rooms, the store, the clock, the random numbers and the key meet. An operation reads what it needs,
/// computes away from request threads, writes all of it or nothing, and returns a value that a command prints or a page
/// shows. No HTTP and no terminal here.
package enum Operations {}
