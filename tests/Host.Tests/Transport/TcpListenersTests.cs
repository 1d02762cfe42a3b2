using Gateway.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Host.Tests.Transport;

public class TcpListenersTests
{
    /// <summary>Two of them would take the same port, were there one to take.</summary>
    [Fact]
    public async Task Without_a_listener_no_port_is_taken()
    {
        await using var first = new TcpListeners(NullLoggerFactory.Instance);
        await using var second = new TcpListeners(NullLoggerFactory.Instance);
        await first.StartAsync();
        await second.StartAsync();
    }
}
