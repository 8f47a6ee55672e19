package io.foreshock.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Makes sockets that connect to allowed addresses only. It decides on the very address that is
/// connected to, so neither a name that resolves differently the second time, nor a literal address
/// in any notation, nor a redirect leads inside.
final class Gate extends SocketFactory {
  private final boolean opensInside;

  /// @param opensInside whether private networks may be reached (never cloud metadata)
  Gate(boolean opensInside) {
    this.opensInside = opensInside;
  }

  /// An address must not be asked.
  static final class Refused extends SocketException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        check(endpoint);
        super.connect(endpoint, timeout);
      }
    };
  }

  private void check(SocketAddress endpoint) throws Refused {
    if (!(endpoint instanceof InetSocketAddress inet) || inet.isUnresolved()) {
      throw new Refused("the address is not known");
    }
    var address = inet.getAddress();
    if (opensInside ? Addresses.isNeverAsked(address) : Addresses.isInside(address)) {
      throw new Refused(
          inet.getHostString()
              + " lies at "
              + address.getHostAddress()
              + ", not on the public Internet"
              + (opensInside ? "" : "; write private: yes if that is meant"));
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress endpoint) throws IOException {
    var socket = createSocket();
    socket.connect(endpoint);
    return socket;
  }
}
