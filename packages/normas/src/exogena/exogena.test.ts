import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azarDeSemilla, cabeceraDe, entregaLimpia, nombreDe } from './de-ejemplo.ts';
import {
  Entrega,
  FORMATOS,
  formatoDeExogena,
  formatosDeTitulos,
  reconocerTitulos,
  validarCabecera,
} from './index.ts';
import type { Celdas, Formato, Hallazgo } from './index.ts';

const formato = (codigo: string): Formato => {
  const f = formatoDeExogena(codigo);
  if (!f) throw new Error(codigo);
  return f;
};

interface Delivery {
  formato: Formato;
  registros: Record<string, string>[];
  cab: Record<string, string>;
}

const INFORMANTE = '900000101';

function entrega(codigo: string, filas: number, semilla: number): Delivery {
  const f = formato(codigo);
  const registros = entregaLimpia(f, filas, semilla);
  return { formato: f, registros, cab: cabeceraDe(f, registros) };
}

function revisar({ formato: f, registros, cab }: Delivery): Hallazgo[] {
  const e = new Entrega(f, INFORMANTE);
  return [
    ...validarCabecera(cab, nombreDe(f)),
    ...registros.flatMap((r, i) => e.registro(i + 1, r).hallazgos),
    ...e.cerrar(cab),
  ];
}

const deUna = (codigo: string, cambios: Celdas): readonly Hallazgo[] => {
  const d = entrega(codigo, 1, 7);
  return new Entrega(d.formato).registro(1, { ...d.registros[0], ...cambios }).hallazgos;
};
const codigos = (hallazgos: readonly Hallazgo[]) => hallazgos.map((h) => `${h.campo}:${h.codigo}`);

describe('exógena: los formatos', () => {
  it('son los once, con su versión, y ValorTotal suma una columna suya', () => {
    expect(FORMATOS.map((f) => `${f.codigo}v${f.version}`).join(' ')).toBe(
      '1001v11 1003v7 1005v9 1006v8 1007v9 1008v7 1009v7 1010v9 1012v7 1019v9 2276v4',
    );
    for (const f of FORMATOS) expect(f.porCampo.has(f.valorTotal), f.codigo).toBe(true);
  });

  it('los títulos se reconocen en cualquier orden, con el nombre o con el atributo', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATOS),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (f, azares) => {
          const orden = f.columnas
            .map((c) => ({ c, peso: azares.next().value as number }))
            .sort((a, b) => a.peso - b.peso)
            .map(({ c }) => c);
          const titulos = orden.map((c, i) => (i % 2 ? c.campo : c.campo.toUpperCase()));
          expect(reconocerTitulos(f, titulos).columnas).toEqual(orden);
          expect(formatosDeTitulos(titulos)).toContain(f);
        },
      ),
      { numRuns: 100 },
    );
    expect(codigos(reconocerTitulos(formato('1007'), ['cpt', 'Nada', 'cpt']).hallazgos)).toEqual(
      expect.arrayContaining([':columna-desconocida', 'cpt:columna-repetida', 'ibru:columna-faltante']),
    );
  });
});

describe('exógena: cada celda', () => {
  it.each([
    ['1.2E+07', 'notacion-cientifica'],
    ['1,200,000', 'separadores'],
    ['$ 1.200.000', 'separadores'],
    ['1200000.5', 'decimales'],
    ['-5', 'negativo'],
    ['=SUM(A1)', 'formula'],
    ['+1', 'formula'],
    ['@x', 'formula'],
    ['#REF!', 'formula-rota'],
    ['doce', 'no-es-numero'],
    ['1234567890123456789', 'largo'],
    ['', 'obligatorio'],
  ])('un valor «%s» es %s', (pago, codigo) => {
    expect(codigos(deUna('1001', { pago }))).toContain(`pago:${codigo}`);
  });

  it.each([
    ['nid', { nid: '9.0E+8' }, 'notacion-cientifica'],
    ['nid', { nid: '900.000.101' }, 'caracteres'],
    ['raz', { raz: '=HYPERLINK("x")' }, 'formula'],
    ['raz', { raz: '-1+cmd|x' }, 'formula'],
    ['raz', { raz: 'PEÃ±A' }, 'caracteres-danados'],
    ['raz', { raz: 'PE\ufffdA' }, 'caracteres-danados'],
    ['raz', { raz: 'A\u202eB' }, 'caracteres'],
    ['raz', { raz: 'A'.repeat(451) }, 'largo'],
    ['raz', { raz: '', apl1: '', nom1: '' }, 'sin-nombre'],
    ['cpt', { cpt: '5001' }, 'concepto'],
    ['tdoc', { tdoc: '99' }, 'tipo-de-documento'],
    ['tdoc', { tdoc: '31', nid: '222222222' }, 'seudo-identificacion'],
    ['nid', { tdoc: '13', nid: '12345678901' }, 'numero-de-documento'],
    ['nid', { tdoc: '31', nid: '12345' }, 'nit'],
    ['nid', { tdoc: '31', nid: '9001234568', raz: 'X' }, 'sospecha-digito-pegado'],
    ['mun', { dpto: '11', mun: '999' }, 'municipio'],
    ['pais', { pais: '9999' }, 'sospecha-pais'],
    ['retp', { pago: '100', pnded: '0', retp: '101' }, 'mayor-que-su-base'],
    ['retp', { pago: '100', pnded: '0', retp: '50', inded: '0' }, 'sospecha-proporcion'],
  ])('%s %j: %s', (campo, cambios, codigo) => {
    expect(codigos(deUna('1001', cambios))).toContain(`${campo}:${codigo}`);
  });

  it('NIT: el dígito de verificación escrito debe ser el suyo', () => {
    const dv = (v: string) => codigos(deUna('1005', { tdoc: '31', nid: '900123456', dv: v, raz: 'X' }));
    expect(dv('8')).toEqual([]);
    expect(dv('7')).toEqual(['dv:digito-de-verificacion']);
  });

  it('1019: los otros titulares de la cuenta se leen con sus propias columnas', () => {
    const e = new Entrega(formato('1019'));
    const titular = { tdocs: '13', nids: '1010000001', apl1s: 'PEÑA', nom1s: 'ANA' };
    expect(e.titular(1, titular)?.hallazgos).toEqual([]);
    expect(codigos(e.titular(1, { ...titular, nids: '' })?.hallazgos ?? [])).toEqual(['nids:obligatorio']);
    expect(codigos(e.titular(1, { ...titular, tdocs: '99' })?.hallazgos ?? [])).toEqual([
      'tdocs:tipo-de-documento',
    ]);
    expect(new Entrega(formato('1001')).titular(1, titular)).toBeUndefined();
  });

  it('ningún texto hace caer al lector, y toda fórmula se dice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMATOS), fc.string(), fc.nat(), (f, texto, n) => {
        const c = f.columnas[n % f.columnas.length];
        const registro = { ...entregaLimpia(f, 1, n)[0], [c?.campo ?? '']: `=${texto}` };
        const hallados = new Entrega(f).registro(1, registro).hallazgos;
        expect(codigos(hallados)).toContain(`${c?.campo}:formula`);
        expect(hallados.every((h) => h.mensaje !== '' && h.fila === 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('exógena: la entrega entera', () => {
  const sano = () => entrega('1001', 40, 3);

  it.each<[string, (d: Delivery) => void, string]>([
    ['total por mil', (d) => void (d.cab.ValorTotal += '000'), 'ValorTotal:valor-total'],
    ['cantidad', (d) => void (d.cab.CantReg = '39'), 'CantReg:cantidad'],
    [
      'año sin terminar',
      (d) => void Object.assign(d.cab, { FecInicial: '2026-01-01', FecFinal: '2026-12-31' }),
      'FecFinal:anio',
    ],
    [
      'año de hace tiempo',
      (d) => void Object.assign(d.cab, { FecInicial: '2015-01-01', FecFinal: '2015-12-31' }),
      'FecFinal:sospecha-anio',
    ],
    ['dos años', (d) => void (d.cab.FecInicial = '2024-01-01'), 'FecFinal:anio'],
    ['año de envío', (d) => void (d.cab.Ano = '2025'), 'Ano:anio'],
    ['nombre', (d) => void (d.cab.NumEnvio = '2'), 'NumEnvio:nombre-del-archivo'],
    ['versión', (d) => void (d.cab.Version = '10'), 'Version:version'],
    ['fila repetida', (d) => void d.registros.push({ ...d.registros[4] }), ':fila-repetida'],
    [
      'persona repetida',
      (d) => void d.registros.push({ ...d.registros[4], pago: '7' }),
      'nid:sospecha-persona-repetida',
    ],
    [
      'informante',
      (d) => void Object.assign(d.registros[3] ?? {}, { tdoc: '31', nid: INFORMANTE, raz: 'YO' }),
      'nid:sospecha-informante',
    ],
    ['sin registros', (d) => void (d.registros.length = 0), ':sin-registros'],
  ])('%s', (_, danar, codigo) => {
    const d = sano();
    danar(d);
    expect(codigos(revisar(d))).toContain(codigo);
  });

  it('el mensaje del total dice cuántas veces sobra', () => {
    const d = sano();
    d.cab.ValorTotal += '000';
    expect(revisar(d).find((h) => h.campo === 'ValorTotal')?.mensaje).toMatch(/1000 veces el otro\.$/);
  });

  it('1010: las participaciones no suman más de 100 %', () => {
    const d = entrega('1010', 3, 1);
    for (const r of d.registros) r.por = '50';
    expect(codigos(revisar(d))).toEqual(['por:porcentaje']);
  });

  it('entregas limpias: menos del 1 % con alguna falsa alarma', () => {
    const malas = Array.from({ length: 440 }, (_, i) => {
      const f = FORMATOS[i % FORMATOS.length] as Formato;
      return { f: f.codigo, i, h: revisar(entrega(f.codigo, 20 + (i % 60), 10_000 + i)) };
    }).filter(({ h }) => h.length > 0);
    expect(malas.map(({ f, i, h }) => [f, i, h[0]])).toHaveLength(0);
  });

  it('200 errores gruesos de informantes: se advierte al menos el 95 %', () => {
    const perdidos = Array.from({ length: 200 }, (_, semilla) => {
      const d = entrega(FORMATOS[semilla % FORMATOS.length]?.codigo ?? '', 40, 500 + semilla);
      const cual = errar(d, azarDeSemilla(semilla), semilla);
      return { cual, formato: d.formato.codigo, visto: revisar(d).length > 0 };
    }).filter((p) => !p.visto);

    expect(perdidos.length, JSON.stringify(perdidos)).toBeLessThanOrEqual(10);
  });
});

type Error = (d: Delivery, fila: Record<string, string>, valor: string) => void;

/** The header is made again after those that a reporter makes in his books, before the file: its totals agree. */
const EN_LOS_LIBROS: Record<string, Error> = {
  'por diez mil': (_, fila, valor) => void (fila[valor] = `${fila[valor]}0000`),
  'fila repetida': (d, fila) => void d.registros.push({ ...fila }),
  'informante entre terceros': (d, fila) =>
    void Object.assign(
      fila,
      d.formato.codigo === '2276' ? { nitb: INFORMANTE } : { tdoc: '31', nid: INFORMANTE, raz: 'YO', dv: '' },
    ),
  'nombre perdido': (_, fila) => void Object.assign(fila, { raz: '', apl1: '', nom1: '', pap: '' }),
  'documento de otro tipo': (_, fila) => void Object.assign(fila, { tdoc: '77', tdocb: '77' }),
  'número con letras y puntos': (_, fila) =>
    void Object.assign(fila, { nid: '900.123.456', nitb: '1.010.000.000' }),
  'columnas corridas': (d, fila) => {
    const campos = d.formato.columnas.map((c) => c.campo);
    const antes = campos.map((c) => fila[c] ?? '');
    for (const [i, c] of campos.entries()) fila[c] = antes[i - 1] ?? '';
  },
  'notación científica': (_, fila, valor) => void (fila[valor] = '1.2E+07'),
};
const EN_LA_CABECERA: Record<string, Error> = {
  'total por diez': (d) => void (d.cab.ValorTotal += '0'),
  'total por mil': (d) => void (d.cab.ValorTotal += '000'),
  'un valor por diez': (_, fila, valor) => void (fila[valor] += '0'),
  'otro año': (d) => void Object.assign(d.cab, { FecInicial: '2026-01-01', FecFinal: '2026-12-31' }),
  'año con un dedo mal': (d) =>
    void Object.assign(d.cab, { FecInicial: '2052-01-01', FecFinal: '2052-12-31' }),
  'falta una fila': (d) => void d.registros.pop(),
};

function errar(d: Delivery, azar: () => number, semilla: number): string {
  const libros = Object.entries(EN_LOS_LIBROS);
  const todos = [...libros, ...Object.entries(EN_LA_CABECERA)];
  const i = Math.floor(semilla / FORMATOS.length) % todos.length;
  const [nombre, error] = todos[i] as [string, Error];
  const fila = d.registros[Math.floor(azar() * d.registros.length)] as Record<string, string>;
  error(d, fila, d.formato.valorTotal);
  if (i < libros.length) {
    const sumables = d.registros.map((r) => {
      const v = r[d.formato.valorTotal] ?? '';
      return { ...r, [d.formato.valorTotal]: /^[0-9]+$/.test(v) ? v : '0' };
    });
    d.cab = cabeceraDe(d.formato, sumables);
  }
  return nombre;
}
