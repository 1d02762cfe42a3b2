using Gateway.Engine.Legs;

namespace Gateway.Engine;

/// <summary>Makes identifiers that are never repeated while the process lives. Legs that arrive take theirs from the same source.</summary>
public interface IIdentifierSource
{
    LegId NextLeg();

    CallId NextCall();

    TransferId NextTransfer();

    CorrelationId NextCorrelation();
}
