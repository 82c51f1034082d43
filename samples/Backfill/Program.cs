using Backfill;

return await BackfillApplication.RunAsync(args, Console.Out);
