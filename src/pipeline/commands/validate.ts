/** `validate`: checks every record, and the rules across them. */
import { command, DATA, DATA_USAGE, usage } from '../command.ts';
import { validData } from '../valid-data.ts';

const USAGE = usage(
  'validate [options]',
  'Checks every record, and the rules across them. Each problem is one line with file, path and remedy; exit 1 where there is one.',
  [DATA_USAGE],
);

export const validate = command(USAGE, DATA, 0, async ({ values, ...surroundings }) => {
  const { dataset, problems } = validData(values.data, surroundings);
  const { markets, sources, series, countries } = dataset;
  const counts = `${markets.length} markets, ${sources.length} sources, ${series.length} series, ${countries.length} countries`;
  surroundings.say(`${counts}: ${problems ? `${problems} problems` : 'no problems'}`);
  return Promise.resolve(problems ? 1 : 0);
});
