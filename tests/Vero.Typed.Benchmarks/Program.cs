using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Vero.Typed.Benchmarks;
using Vero.Typed.Benchmarks.CompileTime;
using Vero.Typed.Benchmarks.Sending;

// dotnet run -c Release --project tests/Vero.Typed.Benchmarks                       the serializer
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- compile-time       generator and analyzers, in the compiler
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- compile-time 100   the same on fewer files
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- sending            the client, against HttpClient
switch (args)
{
    case [CompileTimeCommand.Name]:
        return CompileTimeCommand.Run(files: null);
    case [CompileTimeCommand.Name, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int files) && files > 0:
        return CompileTimeCommand.Run(files);
    case [SendingCommand.Name]:
        return await SendingCommand.RunAsync();
    case [SendingCommand.ServerName]:
        return await SendingServer.RunAsync();
    case not []:
        Console.Error.WriteLine($"Without arguments the serializer is measured, with '{CompileTimeCommand.Name} [number of files]' generator and analyzers, with '{SendingCommand.Name}' the client.");
        return 2;
}

// One process and short iterations: what counts is the ratio within a run, because the machine is rarely quiet.
foreach (Payload payload in Payload.All)
    payload.Check();

Summary summary = BenchmarkRunner.Run<IdentifyBenchmarks>(new ManualConfig()
    .AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithWarmupCount(10)
        .WithIterationCount(20))
    .AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared))
    .WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Value))
    .AddLogger(NullLogger.Instance));

MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
