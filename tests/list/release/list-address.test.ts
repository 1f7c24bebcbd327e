import { describe, expect, it } from 'vitest';
import { readListAddress } from '../../../src/list/release/list-address.ts';

describe('The address of a list or a register', () => {
  it.each([
    [' https://lists.example/register ', 'https://lists.example/register/'],
    ['https://lists.example:8443/v1/', 'https://lists.example:8443/v1/'],
    ['https://lists.example/~someone/@v1/', 'https://lists.example/~someone/@v1/'],
    ['https://localhost.example/', 'https://localhost.example/'],
    ['https://10.example/', 'https://10.example/'],
    ['http://127.0.0.1:8970', 'http://127.0.0.1:8970/'],
  ])('may be %s', (typed, address) => expect(readListAddress(typed)).toEqual({ address }));

  const refused: [string, string[]][] = [
    [
      'begins with https',
      [
        'http://lists.example/',
        'lists.example',
        'ftp://lists.example/',
        'javascript:alert(1)',
        '',
        'http://localhost:8970/',
        'http://[::1]/',
      ],
    ],
    [
      'begins with https',
      [
        'http://127.0.0.1.lists.example/',
        'http://2130706433/',
        'http://127.1/',
        'http://127.0.0.1.:80/',
        'http://127.0.0.2/',
      ],
    ],
    ['a web address', ['https://', 'https://[::1/', 'https://lists.example:99999/']],
    [
      'user name',
      [
        'https://someone@lists.example/',
        'https://someone:secret@lists.example/',
        'https://lists.example:8443@other.example/',
        'http://a@127.0.0.1/',
      ],
    ],
    [
      'query',
      [
        'https://lists.example/?visitor=1',
        'https://lists.example/#v1',
        'https://lists.example?',
        'http://127.0.0.1:8970/?x',
      ],
    ],
    [
      'IP address',
      [
        'https://127.0.0.1/',
        'https://10.0.0.1/',
        'https://192.168.1.1/v1/',
        'https://172.16.0.1/',
        'https://169.254.169.254/',
        'https://100.64.0.1/',
      ],
    ],
    [
      'IP address',
      [
        'https://2130706433/',
        'https://0x7f.1/',
        'https://0177.0.0.1/',
        'https://0/',
        'https://192.168.257/',
        'https://１０.0.0.1/',
      ],
    ],
    [
      'IP address',
      [
        'https://[::1]/',
        'https://[::ffff:10.0.0.1]/',
        'https://[fe80::1]/',
        'https://[fd00::1]:8443/',
        'https://127.0.0.1./',
      ],
    ],
    [
      'your own network',
      [
        'https://localhost/',
        'https://LOCALHOST:8970/',
        'https://localhost./',
        'https://lists.localhost/',
        'https://router/',
      ],
    ],
    [
      'your own network',
      [
        'https://nas.local/',
        'https://nas.local./',
        'https://nas.LAN/',
        'https://list.internal/',
        'https://list.home.arpa/',
        'https://x.corp/',
      ],
    ],
    [
      'blanks',
      [
        'https://lists\t.example/',
        'https://lists\u00AD.example/',
        'https:\\\\lists.example/',
        'https://lists.example/a b/',
        'https://lists.example/\u202E',
      ],
    ],
  ];
  it.each(refused.flatMap(([reason, all]) => all.map((typed) => [typed, reason] as const)))(
    'is refused for the reason “%s”: %s',
    (typed, reason) => expect(readListAddress(typed)).toEqual({ reason: expect.stringContaining(reason) as string }),
  );
});
