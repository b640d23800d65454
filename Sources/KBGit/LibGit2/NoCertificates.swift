// libgit2 reads the system's certificates when it starts, in case somebody opens a TLS connection later: some ten milliseconds, more
// than most commands take. `kb` never opens a connection and this package calls no function that does. These definitions take the
// place of the two functions of the TLS libraries by which libgit2 reads them. Where the system binds names to libraries (macOS), or
// libgit2 has another TLS library or none, nothing refers to them and nothing changes. They are `package` since the linker sees no other
// functions from outside of the module.

/// In the place of mbedTLS's function: says that there is no such file. libgit2 goes on without certificates and would trust no server.
@_cdecl("mbedtls_x509_crt_parse_file")
package func noCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?) -> Int32 {
  // MBEDTLS_ERR_X509_FILE_IO_ERROR
  -0x2900
}

/// In the place of OpenSSL's function: says that it is done.
@_cdecl("SSL_CTX_set_default_verify_paths")
package func noVerifyPaths(_ context: UnsafeMutableRawPointer?) -> Int32 { 1 }
