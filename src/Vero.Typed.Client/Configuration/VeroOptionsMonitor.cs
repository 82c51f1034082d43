using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Vero.Typed;

/// <summary>
/// The last valid options of every client. The framework's monitor throws for invalid changes, first to whoever reloads the configuration and
/// then to whoever reads the options, and a running application would stop sending because of a typo.
/// </summary>
internal sealed class VeroOptionsMonitor : IOptionsMonitor<VeroClientOptions>, IDisposable
{
    // Where every read differs, something else than a reload changes the values.
    private const int MaxReads = 100;

    private readonly IOptionsFactory<VeroClientOptions> _factory;
    private readonly ILogger<VeroClient> _logger;
    private readonly ConcurrentDictionary<string, VeroClientOptions> _valid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _subscriptions = [];
#if NET9_0_OR_GREATER
    private readonly Lock _making = new();
#else
    private readonly object _making = new();
#endif
    private event Action<VeroClientOptions, string>? Changed;

    public VeroOptionsMonitor(
        IOptionsFactory<VeroClientOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<VeroClientOptions>> sources,
        ILogger<VeroClient> logger)
    {
        _factory = factory;
        _logger = logger;
        foreach (IOptionsChangeTokenSource<VeroClientOptions> source in sources)
            _subscriptions.Add(ChangeToken.OnChange(source.GetChangeToken, Reload, source.Name ?? Options.DefaultName));
    }

    public VeroClientOptions CurrentValue => Get(Options.DefaultName);

    public VeroClientOptions Get(string? name)
    {
        name ??= Options.DefaultName;
        if (_valid.TryGetValue(name, out VeroClientOptions? options))
            return options;
        lock (_making)
            return _valid.TryGetValue(name, out options) ? options : _valid[name] = Create(name);
    }

    public IDisposable OnChange(Action<VeroClientOptions, string?> listener)
    {
        var subscription = new Subscription(this, listener);
        Changed += subscription.Notify;
        return subscription;
    }

    public void Dispose()
    {
        foreach (IDisposable subscription in _subscriptions)
            subscription.Dispose();
        _subscriptions.Clear();
    }

    private void Reload(string name)
    {
        VeroClientOptions options;
        lock (_making)
        {
            // Options that nobody has read yet are created, and validated, when they are read.
            if (!_valid.ContainsKey(name))
                return;
            try
            {
                options = Create(name);
            }
            catch (Exception exception)
            {
                ReportOnce(name, exception);
                return;
            }

            _valid[name] = options;
            if (_problems.Remove(name))
            {
                string client = Describe(name);
                ClientLog.ValidAgain(_logger, client);
            }
        }

        Changed?.Invoke(options, name);
    }

    // Providers may change while they are read, and the credential of one moment must not go to the address of another: a value counts when two
    // reads in a row agree.
    private VeroClientOptions Create(string name)
    {
        VeroClientOptions options = _factory.Create(name);
        for (int reads = 1; reads < MaxReads; reads++)
        {
            VeroClientOptions again = _factory.Create(name);
            if (again.HasSameDestination(options))
                break;
            options = again;
        }

        return options;
    }

    // File watchers often report one change several times.
    private void ReportOnce(string name, Exception exception)
    {
        // The text of other exceptions, such as a binder's, may contain the value.
        string problems = exception is OptionsValidationException validation
            ? string.Join(" ", validation.Failures)
            : $"Configuring them threw {exception.GetType()}.";
        if (_problems.TryGetValue(name, out string? reported) && reported == problems)
            return;
        _problems[name] = problems;
        string client = Describe(name);
        ClientLog.InvalidReload(_logger, client, problems);
    }

    private static string Describe(string name) => name.Length == 0 ? "the Vero client" : $"the Vero client '{name}'";

    private sealed class Subscription(VeroOptionsMonitor monitor, Action<VeroClientOptions, string?> listener) : IDisposable
    {
        public void Notify(VeroClientOptions options, string name) => listener(options, name);

        public void Dispose() => monitor.Changed -= Notify;
    }
}
