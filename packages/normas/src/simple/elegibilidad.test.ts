import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { porcentaje } from '../dinero/index.ts';
import { CONDICIONES, elegibilidadSimple, ingresosConsolidados, limiteDeIngresos } from './index.ts';
import type { EmpresaRelacionada, Estado, HechosSimple, IdCondicion, TipoDePersona } from './index.ts';

const PERSONA: HechosSimple = {
  ingresos: 200_000_000n,
  otrasEmpresas: [],
  desarrollaEmpresa: true,
  residente: true,
  relacionLaboral: false,
  actividadesExcluidas: [],
  actividades: ['4711'],
  rut: true,
  firmaElectronica: true,
  facturaElectronica: true,
  excluidoElAnioAnterior: false,
};
const SOCIEDAD: HechosSimple = {
  ...PERSONA,
  sociedad: true,
  sociosResidentes: true,
  extranjera: false,
  dependeDeOtra: false,
  participaEnOtras: false,
  entidadFinanciera: false,
  escindida: false,
};
const HECHOS = { natural: PERSONA, juridica: SOCIEDAD };
/** 100.000 UVT of 2025. */
const LIMITE_2026 = 4_979_900_000n;

const estadoDe = (
  id: IdCondicion,
  tipo: TipoDePersona,
  cambios: HechosSimple,
  anio = 2026,
): Estado | undefined =>
  elegibilidadSimple(tipo, { ...HECHOS[tipo], ...cambios }, anio).condiciones.find((c) => c.id === id)
    ?.estado;

describe('quién puede estar en el SIMPLE (ET 905 y 906)', () => {
  it('quien cumple todo, cumple', () => {
    for (const tipo of ['natural', 'juridica'] as const) {
      const r = elegibilidadSimple(tipo, HECHOS[tipo], 2026);
      expect(r.condiciones.filter((c) => c.estado !== 'cumple')).toEqual([]);
      expect(r).toMatchObject({ estado: 'cumple', definitiva: false });
    }
  });

  it('lo que no se sabe no se da por cumplido', () => {
    for (const tipo of ['natural', 'juridica'] as const) {
      const r = elegibilidadSimple(tipo, {}, 2026);
      expect(r.condiciones.every((c) => c.estado === 'no-se-sabe')).toBe(true);
      expect(r).toMatchObject({ estado: 'no-se-sabe', definitiva: false });
    }
  });

  it('quitar un dato nunca hace cumplir lo que no se cumplía', () => {
    const campos = Object.keys(SOCIEDAD) as (keyof HechosSimple)[];
    fc.assert(
      fc.property(
        fc.constantFrom<TipoDePersona>('natural', 'juridica'),
        fc.subarray(campos),
        (tipo, quitados) => {
          const hechos: HechosSimple = { ...SOCIEDAD };
          for (const campo of quitados) delete hechos[campo];
          const { estado, condiciones } = elegibilidadSimple(tipo, hechos, 2026);
          expect(estado).not.toBe('no-cumple');
          expect(estado === 'cumple').toBe(condiciones.every((c) => c.estado === 'cumple'));
        },
      ),
    );
  });

  it('cada condición cita su artículo y dice cada respuesta con una frase', () => {
    for (const { articulo, pregunta, razon, id } of CONDICIONES) {
      expect(articulo, id).toMatch(/^(ET 9|DUR 1\.5\.8)/);
      expect(pregunta, id).toMatch(/^¿.*\?$/);
      for (const frase of Object.values(razon)) expect(frase, id).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
      expect(new Set(Object.values(razon)).size, id).toBe(3);
    }
    expect(new Set(CONDICIONES.map((c) => c.id)).size).toBe(CONDICIONES.length);
  });

  it.each<[IdCondicion, TipoDePersona, HechosSimple]>([
    ['empresa', 'natural', { desarrollaEmpresa: false }],
    ['residencia', 'natural', { residente: false }],
    ['relacion-laboral', 'natural', { relacionLaboral: true }],
    ['relacion-laboral-de-socios', 'juridica', { relacionLaboral: true }],
    ['sociedad', 'juridica', { sociedad: false }],
    ['socios', 'juridica', { sociosResidentes: false }],
    ['extranjera', 'juridica', { extranjera: true }],
    ['depende-de-otra', 'juridica', { dependeDeOtra: true }],
    ['participa-en-otras', 'juridica', { participaEnOtras: true }],
    ['entidad-financiera', 'juridica', { entidadFinanciera: true }],
    ['escision', 'juridica', { escindida: true }],
    ['actividades', 'natural', { actividadesExcluidas: ['factoraje'] }],
    ['ingresos', 'natural', { ingresos: LIMITE_2026 }],
    ['ingresos-consolidados', 'natural', { ingresos: LIMITE_2026 }],
    ['exclusion-anterior', 'natural', { excluidoElAnioAnterior: true }],
    ['rut', 'juridica', { rut: false }],
  ])('%s, persona %s: no cumplirla deja por fuera', (id, tipo, cambios) => {
    expect(estadoDe(id, tipo, cambios)).toBe('no-cumple');
    expect(elegibilidadSimple(tipo, { ...HECHOS[tipo], ...cambios }, 2026)).toMatchObject({
      estado: 'no-cumple',
      definitiva: true,
    });
  });

  it('la firma y la factura se pueden subsanar (DUR 1.5.8.4.2)', () => {
    const r = elegibilidadSimple(
      'natural',
      { ...PERSONA, firmaElectronica: false, facturaElectronica: false },
      2026,
    );
    expect(r).toMatchObject({ estado: 'no-cumple', definitiva: false });
  });

  it('lo de las sociedades no se le pregunta a una persona natural', () => {
    const ids = elegibilidadSimple('natural', {}, 2026).condiciones.map((c) => c.id);
    expect(ids).not.toContain('escision');
    expect(ids).not.toContain('relacion-laboral-de-socios');
  });
});

describe('el límite de ingresos (ET 905 num. 2)', () => {
  it.each([
    [2021, false, 2_848_560_000n],
    [2022, false, 3_630_800_000n],
    [2026, false, LIMITE_2026],
    [2026, true, 5_237_400_000n],
  ])('%d, empieza este año: %s: $ %s, con la UVT del año de los ingresos', (anio, empieza, pesos) => {
    expect(limiteDeIngresos(anio, empieza).pesos).toBe(pesos);
  });

  it('el año anterior se pide estar por debajo; a quien empieza, no pasar', () => {
    expect(estadoDe('ingresos', 'natural', { ingresos: LIMITE_2026 - 1n })).toBe('cumple');
    const empieza = { empiezaEsteAnio: true, ingresos: 5_237_400_000n };
    expect(estadoDe('ingresos', 'natural', empieza)).toBe('cumple');
    expect(estadoDe('ingresos', 'natural', { ...empieza, ingresos: empieza.ingresos + 1n })).toBe(
      'no-cumple',
    );
  });

  it('la respuesta dice la suma', () => {
    const [ingresos] = elegibilidadSimple('natural', PERSONA, 2026).condiciones.filter(
      (c) => c.id === 'ingresos',
    );
    expect(ingresos?.explicacion.replaceAll('\u00a0', ' ')).toContain('$ 4.979.900.000, con la UVT de 2025');
  });

  const empresa = (cambios: Partial<EmpresaRelacionada>): EmpresaRelacionada => ({
    ingresos: 1_000_000_000n,
    participacion: porcentaje(50),
    enSimple: true,
    administra: false,
    ...cambios,
  });

  it.each([
    ['en el SIMPLE cuenta en proporción', empresa({ participacion: porcentaje(5) }), 50_000_000n],
    ['fuera del SIMPLE con más del 10 %, también', empresa({ enSimple: false }), 500_000_000n],
    ['fuera del SIMPLE con el 10 %, no', empresa({ enSimple: false, participacion: porcentaje(10) }), 0n],
    [
      'administrada, cuenta entera',
      empresa({ enSimple: false, participacion: porcentaje(0), administra: true }),
      1_000_000_000n,
    ],
  ])('otra empresa %s', (_, otra, suma) => {
    expect(ingresosConsolidados(7n, [[otra]])).toBe(7n + suma);
  });

  it('cada socio por separado: cuenta el que más suma', () => {
    expect(ingresosConsolidados(0n, [[empresa({})], [empresa({}), empresa({})], []])).toBe(1_000_000_000n);
    expect(() => ingresosConsolidados(0n, [[empresa({ participacion: porcentaje(101) })]])).toThrow(
      RangeError,
    );
  });

  it('lo que ya se sabe puede bastar para pasarlo', () => {
    const otrasEmpresas = [[empresa({ ingresos: LIMITE_2026, administra: true })]];
    const r = elegibilidadSimple('natural', { otrasEmpresas }, 2026);
    expect(r.condiciones.filter((c) => c.estado === 'no-cumple').map((c) => c.id)).toEqual([
      'ingresos-consolidados',
    ]);
  });

  it('en CIIU 4665, 3830 y 3811 la utilidad no pasa del 3 % (ET 906 num. 11)', () => {
    const chatarra = { actividades: ['4665'], ingresos: 100_000_000n };
    expect(estadoDe('utilidad-grupo-6', 'natural', chatarra)).toBe('no-se-sabe');
    expect(estadoDe('utilidad-grupo-6', 'natural', { ...chatarra, utilidadNeta: 3_000_000n })).toBe('cumple');
    expect(estadoDe('utilidad-grupo-6', 'natural', { ...chatarra, utilidadNeta: 3_000_001n })).toBe(
      'no-cumple',
    );
    expect(estadoDe('utilidad-grupo-6', 'natural', { actividades: ['4711'] })).toBe('cumple');
  });
});
