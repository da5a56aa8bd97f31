/// HTTP in and out: staff pages in Vietnamese and a JSON API on the same reads.
///
/// Handlers read named queries and render values; they decide nothing and never compute a plan. Every route but
/// `/health` and the sign-in page needs a session or a token. Page models hold stored strings only, since the template
/// engine shows nothing for a name it does not know; a test renders every template and looks for that.
package enum Web {}
