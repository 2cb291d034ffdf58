import { readEnvironment } from '#platform/environment.js';
import { loadSeed } from '#seed/load-seed.js';
import { openStore } from '#store/open-store.js';
import type { RegisterCommand } from '../register-command.js';

export const registerSeed: RegisterCommand = (program) => {
  program
    .command('seed')
    .description('load the regions (Kemendagri codes) and agencies that ship with jejaring, or bring them up to date')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', '\nExample:\n  jejaring seed --data ./jejaring-data')
    .action(async (flags: { data?: string }) => {
      const store = await openStore(readEnvironment(process.env, flags));
      try {
        const { regions, agencies } = await loadSeed(store);
        console.log(`${regions} regions and ${agencies} agencies are up to date`);
      } finally {
        await store.close();
      }
    });
};
