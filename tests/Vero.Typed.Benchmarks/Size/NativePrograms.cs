using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Vero.Typed.Benchmarks.Serializer;

namespace Vero.Typed.Benchmarks.Size;

/// <summary>
/// Native programs that post the typical customer, published by this process. A server is not needed: what counts is the size, and the time of
/// the first body.
/// </summary>
internal static class NativePrograms
{
    private const int Processes = 25;

    private static readonly string Repository = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    private static readonly Type[] Types = [typeof(Customer), typeof(Plan), typeof(IdentifyDto), typeof(CustomerDataDto), typeof(ChannelDto)];

    // What System.Text.Json's users write, and the program that the others are compared with.
    private static readonly NativeProgram PostAsJson = new(
        "post-as-json",
        "JsonSerializer.SerializeToUtf8Bytes(IdentifyDto.From(customer), Context.Default.IdentifyDto)",
        """
        using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
        using HttpResponseMessage response = await client.PostAsJsonAsync("users/track?auth_token=" + args[1], IdentifyDto.From(customer), Context.Default.IdentifyDto);
        response.EnsureSuccessStatusCode();
        """,
        """
        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
        [JsonSerializable(typeof(IdentifyDto))]
        sealed partial class Context : JsonSerializerContext;
        """);

    // Below this no program that uses HttpClient can come.
    private static readonly NativeProgram FinishedBody = new(
        "finished-body",
        "customer.FirstName",
        """
        using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
        using var body = new ByteArrayContent([.. "{}"u8]) { Headers = { { "Content-Type", "application/json" } } };
        using HttpResponseMessage response = await client.PostAsync("users/track?auth_token=" + args[1], body);
        response.EnsureSuccessStatusCode();
        """);

    private static readonly NativeProgram OurBody = new(
        "our-body",
        "customer.ToIdentifyRequest()",
        """
        using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
        using var body = new ReadOnlyMemoryContent(customer.ToIdentifyRequest().Utf8Json) { Headers = { { "Content-Type", "application/json" } } };
        using HttpResponseMessage response = await client.PostAsync("users/track?auth_token=" + args[1], body);
        response.EnsureSuccessStatusCode();
        """);

    private static readonly NativeProgram OurClient = new(
        "our-client",
        "customer.ToIdentifyRequest()",
        """
        using var client = new VeroClient(new VeroClientOptions { BaseAddress = new Uri(args[0]), AuthToken = args[1] });
        await client.IdentifyAsync(customer.ToIdentifyRequest());
        """);

    public static int Report()
    {
        string folder = Directory.CreateTempSubdirectory("vero-size-").FullName;
        try
        {
            string json = Publish(folder, PostAsJson);
            string finished = Publish(folder, FinishedBody);
            string body = Publish(folder, OurBody);
            string client = Publish(folder, OurClient);

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Native program that posts the typical customer, against PostAsJsonAsync of a generated context ({new FileInfo(json).Length} bytes): "
                + $"HttpClient with a finished body {Ratio(finished):0.00}, HttpClient with ToIdentifyRequest() {Ratio(body):0.00}, "
                + $"VeroClient with retries {Ratio(client):0.00} ({new FileInfo(client).Length} bytes)."));

            double first = Interleaved.Median(Enumerable.Range(0, Processes).Select(_ => FirstBody(body) / FirstBody(json)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The first body of a native program takes {first:0.000} of the time."));
            return 0;

            double Ratio(string program) => (double)new FileInfo(program).Length / new FileInfo(json).Length;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Publish(string folder, NativeProgram program)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, program.Name)).FullName;
        File.WriteAllText(Path.Combine(project, "Program.cs"), program.Source);
        File.WriteAllText(
            Path.Combine(project, program.Name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
                <StripSymbols>true</StripSymbols>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Repository}/src/Vero.Typed.Client/Vero.Typed.Client.csproj" />
                <ProjectReference Include="{Repository}/analyzers/Vero.Typed.Analyzers/Vero.Typed.Analyzers.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                <Using Include="Vero.Typed" />
                <Compile Include="{string.Join(';', Types.Select(static type => $"{Repository}/tests/Vero.Typed.Benchmarks/Serializer/{type.Name}.cs"))}" />
              </ItemGroup>
            </Project>
            """);

        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", Path.Combine(project, "out"), "-v", "q", "-tl:off"])
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(project, "out", OperatingSystem.IsWindows() ? program.Name + ".exe" : program.Name)
            : throw new InvalidOperationException(output);
    }

    private static double FirstBody(string program)
    {
        using Process process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(printed, CultureInfo.InvariantCulture);
    }
}
