using Gateway.H323;

namespace Gateway.Exchange;

/// <summary>Where everything unguessable or unique comes from, for the engine and every stack: injected, so that a replay is exact.</summary>
/// <remarks>The keys of H.323 calls are taken from the same numbers as legs, so that a call of that stack and its leg share one.</remarks>
public interface IIdentifierSource : Engine.IIdentifierSource, Sip.IIdentifierSource, IH323Identifiers;
