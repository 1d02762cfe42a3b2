namespace Gateway.Engine.Routing;

/// <summary>Rewrites numbers and finds the peer that leads to them, by the rules it was built from and nothing else.</summary>
public sealed class Router
{
    private readonly (NumberingRule Rule, NumberPattern Pattern)[] numbering;
    private readonly (Route Route, NumberPattern? Pattern)[] routes;

    /// <exception cref="ArgumentException">A pattern cannot be read.</exception>
    public Router(IEnumerable<NumberingRule> numbering, IEnumerable<Route> routes)
    {
        this.numbering = [.. numbering.Select(rule => (rule, new NumberPattern(rule.Match)))];
        this.routes = [.. routes.Select(route => (route, route.Called is null ? null : new NumberPattern(route.Called)))];
    }

    /// <summary>The called number of a new call, as routing sees it.</summary>
    public Rewritten Normalise(string called, string from) => Rewrite(new Rewritten(called, []), NumberingStage.BeforeRouting, from);

    /// <summary>The number a transferor named, as policy and routing see it.</summary>
    public Rewritten NormaliseTarget(string target, string from) =>
        Rewrite(Rewrite(new Rewritten(target, []), NumberingStage.TransferTarget, from), NumberingStage.BeforeRouting, from);

    /// <summary>The number in the form that the peer it goes to understands.</summary>
    public Rewritten Dial(string number, string to) => Rewrite(new Rewritten(number, []), NumberingStage.AfterRouting, to);

    /// <summary>The first route that matches, or null.</summary>
    public Route? Choose(string number, string from) =>
        routes.FirstOrDefault(entry =>
            (entry.Route.From is null || entry.Route.From == from) && (entry.Pattern?.Matches(number) ?? true)).Route;

    private Rewritten Rewrite(Rewritten start, NumberingStage stage, string peer)
    {
        var (number, ids) = (start.Number, new List<string>(start.Rules));
        foreach (var (rule, pattern) in numbering)
        {
            if (rule.Stage != stage || (rule.Peer is not null && rule.Peer != peer) || pattern.Rewrite(number, rule.Replace) is not { } next)
                continue;
            number = next;
            ids.Add(rule.Id);
        }

        return new Rewritten(number, ids);
    }
}

/// <param name="Rules">Ids of the rules that were applied, in order.</param>
public sealed record Rewritten(string Number, IReadOnlyList<string> Rules);
