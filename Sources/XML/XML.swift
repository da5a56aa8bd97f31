/// Reading XML that strangers wrote: one bounded, streaming pass that hands over one record at a time.
///
/// The only module that imports libxml2. It is not a general XML library: it writes nothing, knows no DTD, resolves no
/// entity of a document's own, opens no file or address that a document names, and repairs nothing.
///
/// Invariants: bytes reach libxml2 only after `PreFilter` has bounded every tag, name, run of text and nesting, and has
/// refused document types and encodings it cannot look through; a parser option beyond NONET, NOCDATA and COMPACT is
/// never set, but for IGNORE_ENC where an encoding has been settled; memory is bounded by one record; no number or message of libxml2 leaves the module, except the messages
/// of schema validation, which are for the file's own author. Nothing here limits time: a caller that reads files from
/// outside does so in a process of its own with limits on CPU time and memory.
package enum XML {}
