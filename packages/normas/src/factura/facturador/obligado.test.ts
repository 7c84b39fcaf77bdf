import { describe, expect, it } from 'vitest';
import { obligacionDeFacturar, OCUPACIONES, type HechosDelFacturador } from './obligado.ts';

const VENDE: HechosDelFacturador = {
  persona: 'natural',
  ocupacion: 'vende',
  anio: 2026,
  responsableIva: false,
  responsableConsumo: false,
  enElSimple: false,
  soloExcluidos: false,
  ingresosDelAnioAnterior: 20_000_000n,
  ingresosDelAnio: 10_000_000n,
};
const juicio = (cambios: Partial<HechosDelFacturador>) => obligacionDeFacturar({ ...VENDE, ...cambios });
const ids = (cambios: Partial<HechosDelFacturador>) => juicio(cambios).razones.map((r) => r.id);

describe('quién debe facturar electrónicamente (ET 615, 616-1)', () => {
  it('obligan, cada uno por sí solo: SIMPLE (ET 915), ser sociedad, IVA, impuesto al consumo', () => {
    for (const [cambios, id] of [
      [{ enElSimple: true }, 'simple'],
      [{ persona: 'juridica' }, 'sociedad'],
      [{ responsableIva: true }, 'iva'],
      [{ responsableConsumo: true }, 'consumo'],
    ] as const) {
      expect(juicio(cambios).estado).toBe('obligado');
      expect(ids(cambios)).toEqual([id]);
    }
  });

  it('el tope de 3.500 UVT se mide con la UVT de cada año, y llegar a él ya obliga (ET 437 par. 3)', () => {
    // 3.500 × 49.799 = 174.296.500, aproximado a miles (ET 868); 3.500 × 52.374 = 183.309.000.
    expect(juicio({ ingresosDelAnioAnterior: 174_297_000n }).estado).toBe('obligado');
    expect(juicio({ ingresosDelAnioAnterior: 174_296_999n }).estado).toBe('no-obligado');
    expect(ids({ ingresosDelAnio: 183_309_000n })).toEqual(['ingresos-actual']);
    expect(juicio({ ingresosDelAnio: 183_308_999n }).estado).toBe('no-obligado');
  });

  it('quien solo vende excluidos y no llega al tope no está obligado, y si llega sí (DUR 1.6.1.4.3)', () => {
    const poco = juicio({ soloExcluidos: true });
    expect(poco).toMatchObject({ estado: 'no-obligado' });
    expect(poco.razones[0]?.articulo).toContain('1.6.1.4.3');
    expect(juicio({ soloExcluidos: true, ingresosDelAnio: 200_000_000n }).estado).toBe('obligado');
  });

  it('lo que no se sabe no es un no: falta saberlo, salvo que otra cosa ya obligue', () => {
    const sin: HechosDelFacturador = { ...VENDE };
    delete sin.responsableIva;
    delete sin.ingresosDelAnio;
    const r = obligacionDeFacturar(sin);
    expect(r.estado).toBe('no-se-sabe');
    expect(r.razones.map((x) => x.id)).toEqual(['iva', 'ingresos-actual']);
    expect(obligacionDeFacturar({ ...sin, enElSimple: true }).estado).toBe('obligado');
  });

  it('un año sin UVT conocida no se mide, a menos que no haya recibido nada', () => {
    expect(juicio({ anio: 2099 }).estado).toBe('no-se-sabe');
    expect(juicio({ anio: 2099, ingresosDelAnio: 0n, ingresosDelAnioAnterior: 0n }).estado).toBe(
      'no-obligado',
    );
  });

  it('las ocupaciones que no facturan no lo hacen, y cada razón cita su norma', () => {
    for (const ocupacion of Object.keys(OCUPACIONES) as (keyof typeof OCUPACIONES)[]) {
      const { estado, razones } = juicio({ ocupacion });
      expect(estado).toBe('no-obligado');
      expect(razones.every((r) => r.articulo !== '' && r.frase.endsWith('.'))).toBe(true);
    }
  });
});
