import { dividirRedondeando, fraccion } from '../dinero/index.ts';
import { anioDe, diasEntre, fecha, sumarDias } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { imputarPago, RUBROS } from '../imputacion/index.ts';
import type { Rubro } from '../imputacion/index.ts';
import { actualizar, primeraActualizacion } from './actualizacion.ts';
import type { Actualizacion } from './actualizacion.ts';
import { UNIDAD } from './devengo.ts';
import type { Devengo } from './devengo.ts';
import type { AbonoImputado, EstadoDeCuenta, Montos, Mora } from './estado.ts';
import { explicarEstado } from './explicar.ts';
import type { Abono, Cargo, Movimientos, RubroDeCargo } from './movimientos.ts';
import { salvedadesDelEstado } from './salvedades.ts';

/** What was charged in one item with one due date; of penalties, one by one. */
interface Capa {
  rubro: RubroDeCargo;
  vence: Fecha;
  impuesta: boolean;
  ids: string[];
  saldo: bigint;
}

/** In this order within one day. */
type Suceso =
  | { dia: Fecha; orden: 0; cargo: Cargo }
  | { dia: Fecha; orden: 1; actualiza: true }
  | { dia: Fecha; orden: 2; abono: Abono }
  | { dia: Fecha; orden: 3; retiro: bigint };

/**
 * What one tax, year and period owes on a day, out of all that happened to it until then: a pure function, so the same
 * entries give the same figures for ever. Capital exists from its due date, or from its filing if that came first,
 * whenever it was assessed; a penalty, from the day it was liquidated or became firm. Each payment is imputed on its
 * day in the proportion of what was owed then (ET 804); within an item, to what fell due first (the article does not say).
 * Interest is exact until it is paid or told, and never interest of interest.
 */
export function estadoDeCuenta(m: Movimientos, al: Fecha, devengo: Devengo): EstadoDeCuenta {
  const cuenta = new Cuenta(devengo);
  for (const suceso of sucesos(m, al)) cuenta.aplicar(suceso);
  return cuenta.al(al);
}

function sucesos({ cargos, abonos, retiros }: Movimientos, al: Fecha): Suceso[] {
  const deCargos = cargos.map((cargo): Suceso => ({ dia: existeDesde(cargo), orden: 0, cargo }));
  const todos: Suceso[] = [
    ...deCargos,
    ...enerosDe(cargos, al),
    ...abonos.map((abono): Suceso => ({ dia: abono.dia, orden: 2, abono })),
    ...retiros.map(({ dia, valor }): Suceso => ({ dia, orden: 3, retiro: valor })),
  ];
  return todos
    .filter((s) => s.dia <= al)
    .sort((a, b) => (a.dia === b.dia ? a.orden - b.orden : a.dia < b.dia ? -1 : 1));
}

function existeDesde({ rubro, desde, vence }: Cargo): Fecha {
  return rubro === 'sancion' || desde < vence ? desde : vence;
}

function enerosDe(cargos: readonly Cargo[], al: Fecha): Suceso[] {
  const primeros = cargos
    .filter((c) => c.rubro === 'sancion')
    .map((c) => anioDe(primeraActualizacion(c.vence, c.impuesta === true)));
  if (primeros.length === 0) return [];
  const [desde, hasta] = [Math.min(...primeros), anioDe(al)];
  return Array.from({ length: Math.max(0, hasta - desde + 1) }, (_, i) => ({
    dia: fecha(`${desde + i}-01-01`),
    orden: 1,
    actualiza: true,
  }));
}

const cero = (): Record<Rubro, bigint> => ({
  impuesto: 0n,
  anticipo: 0n,
  retencion: 0n,
  sancion: 0n,
  interes: 0n,
});
const total = (montos: Montos): bigint => RUBROS.reduce((suma, r) => suma + montos[r], 0n);

/** The account as it goes through its days. */
class Cuenta {
  readonly #devengo: Devengo;
  readonly #capas: Capa[] = [];
  /** Interest earned and not paid, over `UNIDAD`; below zero by less than a peso when it was paid rounded up. */
  #interes = 0n;
  #dia: Fecha | undefined;
  /** By a peso that is late, up to `#dia`. */
  #ganado = 0n;
  #exceso = 0n;
  #porReintegrar = 0n;
  readonly #pagado = cero();
  readonly #abonos: AbonoImputado[] = [];
  readonly #actualizaciones: (Actualizacion & { id: string })[] = [];
  readonly #sinInflacion = new Set<number>();
  readonly #moras: Mora[] = [];

  constructor(devengo: Devengo) {
    this.#devengo = devengo;
  }

  aplicar(s: Suceso): void {
    this.#correr(s.dia);
    if (s.orden === 0) this.#cargar(s.cargo);
    else if (s.orden === 1) this.#actualizarSanciones(s.dia);
    else if (s.orden === 2) this.#abonar(s.abono);
    else this.#retirar(s.retiro);
  }

  al(al: Fecha): EstadoDeCuenta {
    this.#correr(al);
    const saldo = this.#saldos();
    const debe = total(saldo) + this.#porReintegrar;
    const conSaldo = this.#capas.filter((c) => c.saldo > 0n);
    const vence = debe > 0n ? minimo(conSaldo.map((c) => c.vence)) : maximo(this.#capas.map((c) => c.vence));
    const causado = cero();
    for (const r of RUBROS) causado[r] = saldo[r] + this.#pagado[r];
    const devengo = this.#devengo;
    const estado = {
      al,
      causado,
      pagado: this.#pagado,
      saldo,
      interesExacto: fraccion(this.#interes, UNIDAD),
      debe,
      exceso: this.#exceso,
      porReintegrar: this.#porReintegrar,
      vence,
      diasDeMora: debe > 0n && vence !== undefined ? Math.max(0, diasEntre(vence, al)) : 0,
      porDia: this.#manana(al) - saldo.interes,
      abonos: this.#abonos,
      actualizaciones: this.#actualizaciones,
      moras: this.#moras,
      ...salvedadesDelEstado(this.#moras, [...this.#sinInflacion], devengo),
    };
    return {
      ...estado,
      get explicacion() {
        return explicarEstado(estado, devengo);
      },
    };
  }

  #correr(hasta: Fecha): void {
    if (this.#dia === hasta) return;
    const [desde, ganadoAntes, ganado] = [this.#dia ?? hasta, this.#ganado, this.#devengo.hasta(hasta)];
    this.#dia = hasta;
    this.#ganado = ganado;
    for (const capa of this.#capas) {
      if (capa.rubro === 'sancion' || capa.saldo <= 0n) continue;
      const inicio = capa.vence > desde ? capa.vence : desde;
      if (inicio >= hasta) continue;
      this.#interes += capa.saldo * (ganado - (inicio === desde ? ganadoAntes : this.#devengo.hasta(inicio)));
      this.#moras.push({ vence: capa.vence, desde: inicio, hasta, capital: capa.saldo });
    }
  }

  #manana(al: Fecha): bigint {
    const siguiente = sumarDias(al, 1);
    const gana = this.#devengo.hasta(siguiente) - this.#devengo.hasta(al);
    const enMora = this.#capas.filter((c) => c.rubro !== 'sancion' && c.saldo > 0n && c.vence < siguiente);
    return enPesos(this.#interes + enMora.reduce((suma, c) => suma + c.saldo * gana, 0n));
  }

  #cargar({ id, rubro, valor, vence, impuesta = false }: Cargo): void {
    let capa = this.#capas.find((c) => c.rubro === rubro && c.vence === vence && c.impuesta === impuesta);
    if (!capa) {
      capa = { rubro, vence, impuesta, ids: [], saldo: 0n };
      this.#capas.push(capa);
      this.#capas.sort((a, b) => (a.vence < b.vence ? -1 : a.vence > b.vence ? 1 : 0));
    }
    capa.ids.push(id);
    capa.saldo += valor;
    if (capa.saldo < 0n) this.#sobra(capa);
    this.#aplicarExceso();
  }

  /** What was lowered below what is left had been paid: it is a surplus. */
  #sobra(capa: Capa): void {
    this.#pagado[capa.rubro] += capa.saldo;
    this.#exceso -= capa.saldo;
    capa.saldo = 0n;
  }

  /** Money that was there before the debt pays it on the day that the debt is there. */
  #aplicarExceso(): void {
    const saldo = this.#saldos();
    if (this.#exceso === 0n || total(saldo) === 0n) return;
    const { aplicado, exceso } = imputarPago(saldo, this.#exceso);
    this.#exceso = exceso;
    this.#descargar(aplicado);
  }

  #actualizarSanciones(dia: Fecha): void {
    for (const capa of this.#capas) {
      if (
        capa.rubro !== 'sancion' ||
        capa.saldo <= 0n ||
        primeraActualizacion(capa.vence, capa.impuesta) > dia
      )
        continue;
      const actualizacion = actualizar(capa.saldo, dia);
      if (!actualizacion) {
        this.#sinInflacion.add(anioDe(dia) - 1);
        continue;
      }
      capa.saldo += actualizacion.aumento;
      this.#actualizaciones.push({ ...actualizacion, id: capa.ids[0] ?? '' });
    }
  }

  #abonar({ id, dia, valor }: Abono): void {
    const imputacion = imputarPago(this.#saldos(), valor);
    this.#descargar(imputacion.aplicado);
    this.#exceso += imputacion.exceso;
    this.#abonos.push({ id, dia, imputacion });
  }

  #retirar(valor: bigint): void {
    const hay = this.#exceso < valor ? this.#exceso : valor;
    this.#exceso -= hay;
    this.#porReintegrar += valor - hay;
  }

  #descargar(aplicado: Montos): void {
    for (const rubro of RUBROS) {
      this.#pagado[rubro] += aplicado[rubro];
      if (rubro === 'interes') this.#interes -= aplicado.interes * UNIDAD;
      else this.#descargarCapas(rubro, aplicado[rubro]);
    }
  }

  #descargarCapas(rubro: RubroDeCargo, valor: bigint): void {
    let falta = valor;
    for (const capa of this.#capas) {
      if (capa.rubro !== rubro) continue;
      const parte = capa.saldo < falta ? capa.saldo : falta;
      capa.saldo -= parte;
      falta -= parte;
    }
  }

  #saldos(): Record<Rubro, bigint> {
    const saldos = cero();
    for (const { rubro, saldo } of this.#capas) saldos[rubro] += saldo;
    saldos.interes = enPesos(this.#interes);
    return saldos;
  }
}

function enPesos(interes: bigint): bigint {
  return interes <= 0n ? 0n : dividirRedondeando(interes, UNIDAD);
}

function minimo(fechas: readonly Fecha[]): Fecha | undefined {
  return [...fechas].sort().at(0);
}

function maximo(fechas: readonly Fecha[]): Fecha | undefined {
  return [...fechas].sort().at(-1);
}
