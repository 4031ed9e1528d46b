//! The browser runs `main` as soon as the module has been instantiated; nothing
//! is drawn before a console is mounted.

#[cfg(target_arch = "wasm32")]
fn main() {
    ringside::entrance::prepare();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Ringside runs in a browser. Build and serve it with: make demo");
}
