import { decimal } from '../../dinero/index.ts';
import type { Fraccion, Redondeo } from '../../dinero/index.ts';
import { enPesos, uvt, uvtParaOrientar, valorUvt } from '../../uvt/index.ts';
import type { Formulario, Parametro, TramoEnUvt } from './definicion.ts';
import { AnioSinParametros, FormularioMalHecho } from './errores.ts';

/** A row of a table in pesos of the year. */
export interface Tramo {
  desde: bigint;
  tarifa: Fraccion;
  mas: bigint;
  /** As the law writes it. */
  enUvt: TramoEnUvt;
}

/** The parameters of a form in one year. */
export interface Parametros {
  readonly anio: number;
  readonly redondeo: Redondeo;
  tarifa(nombre: string): Fraccion;
  numero(nombre: string): bigint;
  /** Pesos of a dated quantity of UVT. */
  uvt(nombre: string): bigint;
  /** The same before the rounding of ET 868, for what is multiplied first. */
  exactoDeUvt(nombre: string): bigint;
  /** Of which year the UVT of a parameter is. */
  anioDeUvt(nombre: string): number;
  /** The quantity as it is written: `1340`. */
  cantidadDeUvt(nombre: string): string;
  tramos(nombre: string): readonly Tramo[];
}

/** @throws AnioSinParametros AnioSinUvt */
export function parametrosDe(formulario: Formulario, anio: number, redondeo: Redondeo): Parametros {
  const { desde, hasta } = formulario.anios;
  if (!Number.isInteger(anio) || anio < desde || anio > hasta) {
    throw new AnioSinParametros(formulario.codigo, anio, formulario.anios);
  }
  const pesosPorUvt = valorUvt(anio).pesos;

  const buscar = (nombre: string, tipos: readonly Parametro['tipo'][]): Parametro => {
    const p = formulario.parametros[nombre];
    if (!p || !tipos.includes(p.tipo)) {
      throw new FormularioMalHecho(
        'parametro-desconocido',
        `No hay un parámetro ${tipos.join(' o ')} ${nombre}`,
      );
    }
    return p;
  };
  const texto = (nombre: string, tipo: 'tarifa' | 'uvt' | 'numero'): string => {
    const p = buscar(nombre, [tipo]);
    const vigente = p.vigencias.find((v) => v.desde <= anio && anio <= (v.hasta ?? anio));
    if (!vigente || typeof vigente.valor !== 'string')
      throw new AnioSinParametros(formulario.codigo, anio, formulario.anios);
    return vigente.valor;
  };

  const anioDeUvt = (nombre: string): number => {
    const p = buscar(nombre, ['uvt']);
    // While the resolution of the next year is not loaded, the latest one; whoever takes it says so.
    return p.tipo === 'uvt' && p.alPresentar ? uvtParaOrientar(anio + 1).anio : anio;
  };

  return {
    anio,
    redondeo,
    anioDeUvt,
    tarifa: (nombre) => decimal(texto(nombre, 'tarifa')),
    numero: (nombre) => BigInt(texto(nombre, 'numero')),
    uvt(nombre) {
      const { exacto, aproximado } = enPesos(uvt(texto(nombre, 'uvt')), anioDeUvt(nombre));
      return redondeo === 'mil' ? aproximado : exacto;
    },
    exactoDeUvt: (nombre) => enPesos(uvt(texto(nombre, 'uvt')), anioDeUvt(nombre)).exacto,
    cantidadDeUvt: (nombre) => texto(nombre, 'uvt'),
    tramos(nombre) {
      const p = buscar(nombre, ['tabla', 'rangos']);
      const vigente = p.vigencias.find((v) => v.desde <= anio && anio <= (v.hasta ?? anio));
      if (!vigente || typeof vigente.valor === 'string')
        throw new AnioSinParametros(formulario.codigo, anio, formulario.anios);
      // The bounds are whole UVT: their pesos are exact.
      return vigente.valor.map((t) => ({
        desde: BigInt(t.desde) * pesosPorUvt,
        tarifa: decimal(t.tarifa),
        mas: BigInt(t.mas ?? '0') * pesosPorUvt,
        enUvt: t,
      }));
    },
  };
}
