/// Reads this machine: each question of a preflight becomes a reading with its evidence. Nothing is changed, and what cannot
/// be read is a reading, too.
///
/// Every path, those of `/proc` and `/sys` included, is the root's that is given: the node's own, or one that was recorded.
package enum Probe {}
