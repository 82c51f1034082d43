using System.Globalization;

namespace Vero.Typed.Sandbox.Tool;

/// <summary>What the command was called with.</summary>
internal sealed class CommandLine
{
    /// <summary>A port that is easy to remember.</summary>
    public const int DefaultPort = 4010;

    /// <summary>A token that is easy to type: whoever reaches the sandbox may write to it.</summary>
    public const string DefaultToken = "sandbox";

    public const string Help =
        """
        vero-sandbox: a local stand-in for Vero with a live page

        --port <port>      The port on 127.0.0.1 (4010; 0 takes a free one)
        --urls <urls>      The addresses to listen on instead, separated by semicolons: http://0.0.0.0:4010
        --hosts <hosts>    Names by which the sandbox may be reached besides loopback, separated by semicolons
        --token <token>    The token that requests must carry (sandbox)
        --plan <file>      A VeroPlan.txt to compare with what arrives
        --strict           Accept strings only as freeform values, as the published schema says
        --data <file>      A file that keeps profiles and events
        --faults <fault>   Make requests fail; can be given several times. Settings are separated by commas:
                             status=503  retry-after=5s  delay=2s  reset
                             rate=0.1  times=3  operation=track  user=42
        --help             Show this
        """;

    private CommandLine(VeroSandboxOptions options, IReadOnlyList<SandboxFault> faults, bool showsHelp) =>
        (Options, Faults, ShowsHelp) = (options, faults, showsHelp);

    public VeroSandboxOptions Options { get; }

    public IReadOnlyList<SandboxFault> Faults { get; }

    public bool ShowsHelp { get; }

    /// <exception cref="FormatException">An argument is not an option, or its value is wrong.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        int? port = null;
        string[] urls = [];
        string[] hosts = [];
        string token = DefaultToken;
        string? plan = null;
        string? data = null;
        bool isStrict = false;
        bool showsHelp = false;
        var faults = new List<SandboxFault>();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            string name = parts[0];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    showsHelp = true;
                    break;
                case "--strict":
                    isStrict = true;
                    break;
                case "--port":
                    port = PortOf(Value());
                    break;
                case "--urls":
                    urls = Value().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    break;
                case "--hosts":
                    hosts = Value().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    break;
                case "--token":
                    token = Value();
                    break;
                case "--plan":
                    plan = Value();
                    break;
                case "--data":
                    data = Value();
                    break;
                case "--faults":
                    faults.Add(FaultSyntax.Parse(Value()));
                    break;
                default:
                    throw new FormatException($"{name} is not an option.");
            }

            string Value() => parts.Length == 2 ? parts[1] : rest.TryDequeue(out string? next) && !next.StartsWith("--", StringComparison.Ordinal)
                ? next
                : throw new FormatException($"{name} needs a value.");
        }

        if (port is not null && urls.Length > 0)
            throw new FormatException("--port and --urls exclude each other.");
        var options = new VeroSandboxOptions
        {
            Port = port ?? DefaultPort,
            Urls = urls,
            AllowedHosts = hosts,
            AuthToken = token,
            PlanFile = plan,
            DataFile = data,
            FreeformValues = isStrict ? SandboxFreeformValues.Strings : SandboxFreeformValues.Native,
        };
        return new CommandLine(options, faults, showsHelp);
    }

    private static int PortOf(string value) => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
        ? port
        : throw new FormatException("--port must be a number from 0 to 65535.");
}
