/// Configuration, composition and lifecycle: where files, settings and modules become one running service.
///
/// The settings are read once into values; nothing later reads a file or the environment. `main` and tests build the
/// same application by the same function. No rule of the programme is decided here.
package enum Service {}
