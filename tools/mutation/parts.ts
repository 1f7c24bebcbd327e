/** The parts that are mutated together, and the unit tests of each. */
export interface Part {
  name: string;
  /** Paths of files. */
  files: string[];
  /** Patterns of test files. */
  tests: string[];
  /** Its test files replace modules: each loads its own. Others share what they load, which takes less time. */
  isolate?: true;
}

const inFolder = (folder: string, names: string) => names.split(' ').map((name) => `${folder}/${name}.ts`);

/** In the order of docs/mutation.md; each file belongs to one part. */
export const PARTS: Part[] = [
  {
    name: 'messages',
    files: ['src/messages.ts', ...inFolder('src/background', 'authorize answers')],
    tests: ['tests/messages.test.ts', 'tests/background/{authorize,answers}*.test.ts'],
  },
  {
    name: 'settings',
    files: [...inFolder('src', 'settings silenced'), 'src/list/release/list-address.ts'],
    tests: ['tests/{settings,silenced}*.test.ts', 'tests/list/release/list-address*.test.ts'],
    isolate: true,
  },
  {
    name: 'trust',
    files: inFolder('src/list/release', 'trust read-release'),
    tests: ['tests/list/release/{trust,read-release}*.test.ts'],
  },
  {
    name: 'compatible',
    files: ['src/list/release/check-compatible.ts'],
    tests: ['tests/list/release/check-compatible*.test.ts'],
  },
  {
    name: 'sync',
    files: ['src/background/list/sync.ts', 'src/list/register/read-register.ts'],
    tests: ['tests/background/list/sync*.test.ts', 'tests/list/register/read-register*.test.ts'],
  },
  {
    name: 'orders',
    files: inFolder('src/list', 'order-force order-standing'),
    tests: ['tests/list/order-{force,standing}*.test.ts'],
  },
  {
    name: 'editions',
    files: inFolder('src/list', 'editions list-standing'),
    tests: ['tests/list/{editions,list-standing}*.test.ts'],
  },
  {
    name: 'history',
    files: inFolder('src/list', 'history on-record'),
    tests: ['tests/list/{history,on-record}*.test.ts'],
  },
  {
    name: 'status',
    files: inFolder('src/list', 'status look-up'),
    tests: ['tests/list/{status,look-up}*.test.ts'],
  },
  {
    name: 'publishing',
    files: inFolder('src/pipeline', 'publish publish-register read-back succession head-dates folder earlier-releases'),
    tests: [
      'tests/pipeline/{publish,publish-register,read-back,succession,head-dates,folder,earlier-releases}.test.ts',
    ],
  },
  {
    name: 'rules',
    files: [
      'src/pipeline/rules.ts',
      ...inFolder('src/pipeline/rules', 'domains editions events passages references rule statutes wording'),
    ],
    tests: ['tests/pipeline/rules*.test.ts', 'tests/pipeline/rules/*.test.ts'],
  },
];
