import { describe, expect, it } from 'vitest';
import { alAzar, CLASES, extravio } from '../../pruebas/pagos-extraviados.ts';
import { inflesz } from '../../pruebas/inflesz.ts';
import { fecha } from '../fechas/index.ts';
import { buscarPago, descuidoDelNit } from './index.ts';
import type { ObligacionAbierta, PagoRecibido, PorBuscar } from './index.ts';

const suma = (montos: readonly bigint[]) => montos.reduce((a, b) => a + b, 0n);

describe('mil pagos extraviados', () => {
  const casos = Array.from({ length: 1_000 }, (_, k) =>
    extravio(alAzar(k + 1), CLASES[k % CLASES.length] ?? 'nit-un-numero'),
  );
  const hallados = casos.map((c) => ({ ...c, ...buscarPago(c.busqueda) }));

  const acierta = ({ verdad, propuestas: [primera] }: (typeof hallados)[number]) =>
    primera !== undefined &&
    primera.obligacion === verdad?.obligacion &&
    primera.pagos
      .map((p) => p.id)
      .toSorted()
      .join() === verdad.pagos.toSorted().join();

  it('se halla al menos el 95 %, y de cada clase la mayoría', () => {
    const porClase = CLASES.map((clase) => {
      const suyos = hallados.filter((h) => h.clase === clase);
      return [clase, suyos.filter(acierta).length / suyos.length] as const;
    });
    expect(hallados.filter(acierta).length, JSON.stringify(porClase)).toBeGreaterThanOrEqual(950);
    for (const [clase, parte] of porClase) expect(parte, clase).toBeGreaterThan(0.85);
  });

  it('ninguna propuesta equivocada va de primera', () => {
    const malas = hallados.filter((h) => h.propuestas.length > 0 && !acierta(h));
    expect(malas.map((h) => [h.clase, h.propuestas[0], h.verdad])).toEqual([]);
  });

  it('lo que se debe de impuesto no cambia, y no se abona más de lo que sobra ni de lo que se debe', () => {
    for (const { busqueda, propuestas } of hallados) {
      const antes = suma(busqueda.obligaciones.map((o) => o.impuesto + o.sancion));
      const recibido = suma([...busqueda.pagos, ...(busqueda.ajenos ?? [])].map((p) => p.valor));
      const pagos = new Map([...busqueda.pagos, ...(busqueda.ajenos ?? [])].map((p) => [p.id, p]));
      for (const { pagos: movidos } of propuestas) {
        for (const { id, valor } of movidos) {
          const pago = pagos.get(id);
          expect(pago && valor > 0n && valor <= pago.valor - pago.aplicado).toBe(true);
        }
      }
      const movidos = propuestas.flatMap((p) => p.pagos.map((x) => x.id));
      expect(new Set(movidos).size).toBe(movidos.length);
      expect(suma(busqueda.obligaciones.map((o) => o.impuesto + o.sancion))).toBe(antes);
      expect(suma([...pagos.values()].map((p) => p.valor))).toBe(recibido);
    }
  });

  it('sin el pago no se propone nada: ni el de un vecino, ni el de otra cosa', () => {
    const malos = Array.from({ length: 1_000 }, (_, k) =>
      extravio(alAzar(50_000 + k), CLASES[k % CLASES.length] ?? 'nit-un-numero', { conVerdad: false }),
    )
      .map((c) => ({ clase: c.clase, ...buscarPago(c.busqueda) }))
      .filter((r) => r.propuestas.length > 0);
    expect(malos).toEqual([]);
  });

  it('de un pago a otro NIT no se muestra más que lo dicho y lo propio', () => {
    const aOtroNit = hallados.filter((h) => h.propuestas[0]?.ajeno);
    expect(aOtroNit.length).toBeGreaterThan(250);
    for (const { busqueda, propuestas } of aOtroNit) {
      const [primera] = propuestas;
      const pago = busqueda.ajenos?.find((p) => p.id === primera?.pagos[0]?.id);
      const escrito = JSON.stringify(
        [primera?.razon, primera?.queHacer, primera?.recibos],
        (_, x: unknown) => (typeof x === 'bigint' ? String(x) : x),
      );
      expect(escrito).not.toContain(pago?.nit);
      if (busqueda.dice.referencia === undefined) expect(escrito).not.toContain(pago?.referencia);
    }
  });

  it('lo que lee la persona es fácil de leer', () => {
    const frases = new Set(
      hallados.flatMap((h) => [
        ...h.propuestas.flatMap((p) => [p.razon, p.queHacer]),
        ...(h.sinPropuesta ? [h.sinPropuesta.frase] : []),
      ]),
    );
    for (const frase of frases) expect(frase).toMatch(/^[A-Z].*[^.]\.$/);
    expect(inflesz([...frases].join(' '))).toBeGreaterThanOrEqual(65);
  });
});

const NIT = '900123456';
const IVA: ObligacionAbierta = {
  id: 'iva-3',
  concepto: 'IVA',
  anio: 2025,
  periodo: '3',
  vence: fecha('2025-07-10'),
  impuesto: 500_000n,
  sancion: 0n,
};
const PAGO: PagoRecibido = {
  id: 'p',
  nit: NIT,
  concepto: 'IVA',
  anio: 2025,
  periodo: '4',
  fecha: fecha('2025-07-10'),
  valor: 500_000n,
  referencia: '4900001-2',
  aplicado: 0n,
};
const busca = (mas: Partial<PorBuscar>) =>
  buscarPago({ nit: NIT, obligaciones: [IVA], pagos: [], dice: {}, ...mas });

describe('buscar un pago', () => {
  it('en otro período: se propone, se hace de una vez y sin sanción', () => {
    expect(busca({ pagos: [PAGO] }).propuestas).toMatchObject([
      {
        pagos: [{ id: 'p', valor: 500_000n }],
        obligacion: 'iva-3',
        causa: 'periodo',
        confianza: 'alta',
        camino: 'de-una-vez',
        norma: 'Ley 962 de 2005, art. 43',
      },
    ]);
  });

  it('dos deudas iguales explican igual de bien el mismo pago: no se adivina, y con lo que se dice sí', () => {
    const obligaciones = [IVA, { ...IVA, id: 'iva-5', periodo: '5' }];
    const r = busca({ obligaciones, pagos: [PAGO] });
    expect(r).toMatchObject({ propuestas: [], sinPropuesta: { codigo: 'varios' } });
    expect(busca({ obligaciones, pagos: [PAGO], dice: { obligacion: 'iva-5' } }).propuestas[0]).toMatchObject(
      {
        obligacion: 'iva-5',
      },
    );
  });

  it('lo que pagó algo que se debía ahí no se toca', () => {
    expect(busca({ pagos: [{ ...PAGO, aplicado: 500_000n }] }).propuestas).toEqual([]);
  });

  it('dos datos distintos son demasiados', () => {
    expect(busca({ pagos: [{ ...PAGO, anio: 2024 }] }).propuestas).toEqual([]);
  });

  it('una parte de la deuda se propone solo si la persona dice de qué era', () => {
    const abono = { ...PAGO, valor: 200_000n };
    const dicho = { valor: 200_000n, fecha: PAGO.fecha };
    expect(busca({ pagos: [abono], dice: dicho }).propuestas).toEqual([]);
    expect(busca({ pagos: [abono], dice: { ...dicho, obligacion: 'iva-3' } }).propuestas[0]).toMatchObject({
      confianza: 'media',
      camino: 'caso',
    });
  });

  it('lo que dice quien pregunta tiene que ser verdad: otro valor, otro día, otro recibo', () => {
    for (const dice of [{ valor: 1n }, { fecha: fecha('2025-07-16') }, { referencia: '490999' }]) {
      expect(busca({ pagos: [PAGO], dice }).propuestas).toEqual([]);
    }
    expect(
      busca({ pagos: [PAGO], dice: { fecha: fecha('2025-07-15'), referencia: '4900001 2' } }).propuestas,
    ).toHaveLength(1);
  });

  describe('a otro NIT', () => {
    const ajeno = { ...PAGO, periodo: '3', nit: '900123465' };
    const dice = { valor: 500_000n, fecha: PAGO.fecha };

    it('con el valor y el día exactos lo mira un funcionario; con el número del recibo, de una vez', () => {
      expect(busca({ ajenos: [ajeno], dice }).propuestas[0]).toMatchObject({
        ajeno: true,
        causa: 'nit',
        camino: 'caso',
        recibos: [{ concepto: 'IVA', anio: 2025, periodo: '3', valor: 500_000n, fecha: '2025-07-10' }],
      });
      const conRecibo = { ...dice, referencia: '49000012' };
      expect(busca({ ajenos: [ajeno], dice: conRecibo }).propuestas[0]?.camino).toBe('de-una-vez');
    });

    it.each([
      ['no se dice nada', ajeno, {}],
      ['solo se dice el valor', ajeno, { valor: 500_000n }],
      ['solo se dice el recibo', ajeno, { referencia: '49000012' }],
      ['el día es otro, por uno', ajeno, { ...dice, fecha: fecha('2025-07-11') }],
      ['el recibo es otro', ajeno, { ...dice, referencia: '49000013' }],
      ['ese NIT debía algo de eso, y lo que sobra no es la deuda', { ...ajeno, aplicado: 1n }, dice],
      ['el NIT no se parece', { ...ajeno, nit: '900123789' }, dice],
      ['el período es otro', { ...ajeno, periodo: '4' }, dice],
    ])('no se propone si %s', (_, suyo, dicho) => {
      expect(busca({ ajenos: [suyo], dice: dicho }).propuestas).toEqual([]);
    });

    it('lo que allá sobra de él, si es la deuda, lo mira un funcionario aunque se diga el recibo, y nada se dice de lo otro', () => {
      const enParte = { ...ajeno, valor: 700_000n, aplicado: 200_000n };
      const dicho = { ...dice, valor: 700_000n, referencia: '49000012' };
      const [propuesta] = busca({ ajenos: [enParte], dice: dicho }).propuestas;
      expect(propuesta).toMatchObject({ causa: 'nit', camino: 'caso', pagos: [{ valor: 500_000n }] });
      expect(propuesta?.razon).not.toMatch(/\d|toda la deuda/);
      expect(propuesta?.recibos).toMatchObject([{ valor: 700_000n }]);
    });

    it('lo que se contesta cuando no hay propuesta no depende de que exista', () => {
      const otro = { ...dice, fecha: fecha('2025-07-11') };
      expect(busca({ ajenos: [ajeno], dice: otro })).toEqual(busca({ ajenos: [], dice: otro }));
      const propio = { ...PAGO, id: 'propio', fecha: fecha('2025-07-10') };
      expect(busca({ pagos: [propio], ajenos: [ajeno], dice })).toEqual(busca({ pagos: [propio], dice }));
      const dos = [ajeno, { ...ajeno, id: 'q', nit: '900123457' }];
      expect(busca({ ajenos: dos, dice })).toEqual(busca({ ajenos: [], dice }));
    });
  });

  describe('de nadie conocido', () => {
    const huerfano = { id: 'h', fecha: PAGO.fecha, valor: 500_000n, referencias: ['490000123', 'op-7'] };
    const dice = { valor: 500_000n, fecha: PAGO.fecha };

    it.each([
      ['el valor y el día', dice],
      ['el número del recibo, con un número cambiado', { ...dice, referencia: '490000124' }],
      ['el de la operación del banco', { ...dice, referencia: 'op-7' }],
      ['el del recibo, y el día por dos', { ...dice, fecha: fecha('2025-07-12'), referencia: '490000123' }],
    ])('lo miran dos funcionarios si se dice %s', (_, dicho) => {
      expect(busca({ sinDueno: [huerfano], dice: dicho }).propuestas).toMatchObject([
        { causa: 'sin-dueno', ajeno: true, camino: 'caso', obligacion: 'iva-3', pagos: [{ id: 'h' }] },
      ]);
    });

    it.each([
      ['nada', {}],
      ['otro valor', { ...dice, valor: 500_001n }],
      ['otro día', { ...dice, fecha: fecha('2025-07-11') }],
      ['otro recibo', { ...dice, referencia: '777' }],
    ])('no se propone si se dice %s', (_, dicho) => {
      expect(busca({ sinDueno: [huerfano], dice: dicho }).propuestas).toEqual([]);
    });

    it('si hay otro igual no se adivina, y lo propio va primero', () => {
      const dos = [huerfano, { ...huerfano, id: 'i' }];
      expect(busca({ sinDueno: dos, dice })).toEqual(busca({ dice }));
      expect(busca({ pagos: [PAGO], sinDueno: [huerfano], dice })).toEqual(busca({ pagos: [PAGO], dice }));
    });
  });

  it('pagado dos veces, con varias deudas abiertas: lo que sobra queda a favor', () => {
    const [uno, dos] = [
      { ...PAGO, id: 'a', periodo: '1', aplicado: 500_000n },
      { ...PAGO, id: 'b', periodo: '1', anio: 2024 },
    ];
    const pagos = [{ ...uno, anio: 2024 }, dos];
    const obligaciones = [IVA, { ...IVA, id: 'renta', concepto: 'Renta', impuesto: 9n }];
    expect(busca({ obligaciones, pagos, dice: { valor: 500_000n } }).propuestas).toMatchObject([
      { pagos: [{ id: 'b' }], obligacion: null, causa: 'doble', camino: 'caso', norma: 'ET 815 y 850' },
    ]);
  });

  it('pagado dos veces, y la deuda nació después: se abona hasta lo que vale', () => {
    const pagos = [
      { ...PAGO, id: 'a', periodo: '1', aplicado: 500_000n },
      { ...PAGO, id: 'b', periodo: '1' },
    ];
    const nueva = { ...IVA, impuesto: 300_000n, debiaEl: () => 0n };
    expect(busca({ obligaciones: [nueva], pagos }).propuestas).toMatchObject([
      { pagos: [{ id: 'b', valor: 300_000n }], obligacion: 'iva-3', causa: 'doble' },
    ]);
  });

  it('en dos partes, con los intereses de entre las dos', () => {
    const obligacion = { ...IVA, vence: fecha('2025-07-10') };
    const primera = { ...PAGO, id: 'a', fecha: fecha('2025-08-12'), valor: 300_000n };
    // By hand: 510.362 on 12 August; 206.091 of tax and 4.271 of interest left, and 3.785 for 29 days more.
    const r = buscarPago({
      nit: NIT,
      obligaciones: [obligacion],
      pagos: [primera, { ...PAGO, id: 'b', fecha: fecha('2025-09-10'), valor: 214_147n }],
      dice: {},
    });
    expect(r.propuestas).toMatchObject([{ causa: 'partido', pagos: [{ id: 'a' }, { id: 'b' }] }]);
  });
});

describe('un NIT mal escrito', () => {
  it.each([
    ['900123457', 'un-numero'],
    ['900123465', 'dos-cambiados'],
    ['900623451', 'dos-cambiados'],
    ['90012346', 'falta-uno'],
    ['9001233456', 'sobra-uno'],
    ['900123456', undefined],
    ['900123412', undefined],
    ['', undefined],
  ])('%s en vez de 900123456: %s', (escrito, descuido) => {
    expect(descuidoDelNit(escrito, NIT)).toBe(descuido);
  });
});
