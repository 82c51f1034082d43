using System.Globalization;
using Vero.Typed.Benchmarks.CompileTime;
using Vero.Typed.Benchmarks.Sending;
using Vero.Typed.Benchmarks.Serializer;
using Vero.Typed.Benchmarks.Size;

// dotnet run -c Release --project tests/Vero.Typed.Benchmarks                       the serializer
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- benchmarkdotnet    a part of it, with BenchmarkDotNet
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- size               emitted code, and native programs
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- compile-time       generator and analyzers, in the compiler
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- compile-time 100   the same on fewer files
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- compile-time ~/a   what they cost where nothing is annotated, on the sources of folders
// dotnet run -c Release --project tests/Vero.Typed.Benchmarks -- sending            the client, against HttpClient
switch (args)
{
    case []:
        return SerializerCommand.Run();
    case [FirstCall.Name, var way, var payload]:
        return FirstCall.Run(way, payload);
    case [BenchmarkDotNetCommand.Name]:
        return BenchmarkDotNetCommand.Run();
    case [SizeCommand.Name]:
        return SizeCommand.Run();
    case [CompileTimeCommand.Name]:
        return CompileTimeCommand.Run(files: null);
    case [CompileTimeCommand.Name, PlanCost.Name]:
        PlanCost.Run();
        return 0;
    case [CompileTimeCommand.Name, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int files) && files > 0:
        return CompileTimeCommand.Run(files);
    case [CompileTimeCommand.Name, .. { Length: > 0 } folders] when Array.TrueForAll(folders, Directory.Exists):
        return UnannotatedShare.Run(folders) ? 0 : 1;
    case [SendingCommand.Name]:
        return await SendingCommand.RunAsync();
    case [SendingCommand.ServerName]:
        return await SendingServer.RunAsync();
    default:
        Console.Error.WriteLine(
            $"Without arguments the serializer is measured. Others: '{BenchmarkDotNetCommand.Name}', '{SizeCommand.Name}', "
            + $"'{CompileTimeCommand.Name} [number of files | plan | folders of sources]', '{SendingCommand.Name}'.");
        return 2;
}
