import { digitoDeVerificacion } from '../nit/index.ts';
import { bloque, porcentajeEscrito } from './bloque.ts';
import type { BloqueDeHoja, Fila } from './bloque.ts';
import { codigoDeOrganizacion } from './organizaciones.ts';
import type { CasillaDeOrganizacion } from './organizaciones.ts';
import { departamentoDe, deTabla, fechaCompacta, municipioDe, texto } from './partes.ts';
import type {
  ActoDeOrganizacion,
  ComposicionDelCapital,
  EstadoDeOrganizacion,
  Organizacion,
  VinculacionEconomica,
} from './registro.ts';

/** Names of the boxes that hold a code of a table. */
const CARACTERISTICAS: Readonly<Record<CasillaDeOrganizacion, string>> = {
  62: 'Naturaleza',
  63: 'Formas asociativas',
  64: 'Entidades o institutos de derecho público',
  65: 'Fondos',
  66: 'Cooperativas',
  67: 'Sociedades y organismos extranjeros',
  68: 'Sin personería jurídica',
  69: 'Otras organizaciones no clasificadas',
  70: 'Beneficio',
};

/** The blocks of sheet 2 that a record has, in the order of the form. */
export function bloquesDeLaHoja2(o: Organizacion | undefined): BloqueDeHoja[] {
  if (!o) return [];
  return [
    ...(o.caracteristicas ? [caracteristicas(o.caracteristicas)] : []),
    ...(o.constitucion ? [acto('constitucion', 'Constitución', o.constitucion)] : []),
    ...(o.reforma ? [acto('reforma', 'Última reforma', o.reforma)] : []),
    ...(o.capital ? [capital(o.capital)] : []),
    ...(o.vigilancia === undefined ? [] : [vigilancia(o.vigilancia)]),
    ...(o.estados ?? []).map(estado),
    ...(o.vinculacion ? [vinculacion(o.vinculacion)] : []),
  ];
}

const codigo = (numero: string, valor: string | undefined) =>
  deTabla(valor, (c) => codigoDeOrganizacion(numero, c)?.nombre);

function caracteristicas(c: NonNullable<Organizacion['caracteristicas']>): BloqueDeHoja {
  const filas = Object.entries(CARACTERISTICAS).map(([numero, nombre]): Fila => {
    const valor = c[numero as CasillaDeOrganizacion];
    return [Number(numero), nombre, codigo(numero, valor)];
  });
  return bloque('2', 'caracteristicas', '', 'Características y formas', filas);
}

function acto(lista: 'constitucion' | 'reforma', nombre: string, a: ActoDeOrganizacion): BloqueDeHoja {
  return bloque('2', lista, '', nombre, [
    [71, 'Clase', texto(a.clase)],
    [72, 'Número', texto(a.numero)],
    [73, 'Fecha', fechaCompacta(a.fecha)],
    [74, 'Número de notaría', texto(a.notaria)],
    [75, 'Entidad de registro', texto(a.entidadDeRegistro)],
    [76, 'Fecha de registro', fechaCompacta(a.fechaDeRegistro)],
    [77, 'Número de matrícula mercantil', texto(a.matricula)],
    [78, 'Departamento', departamentoDe(a.municipio)],
    [79, 'Ciudad/Municipio', municipioDe(a.municipio)],
    [80, 'Vigencia desde', fechaCompacta(a.vigenteDesde)],
    [81, 'Vigencia hasta', fechaCompacta(a.vigenteHasta)],
  ]);
}

function capital(c: ComposicionDelCapital): BloqueDeHoja {
  const por = (centesimas: number) => texto(porcentajeEscrito(centesimas));
  return bloque('2', 'capital', '', 'Composición del capital', [
    [82, 'Nacional %', por(c.nacionalPublico + c.nacionalPrivado)],
    [83, 'Nacional público %', por(c.nacionalPublico)],
    [84, 'Nacional privado %', por(c.nacionalPrivado)],
    [85, 'Extranjero %', por(c.extranjeroPublico + c.extranjeroPrivado)],
    [86, 'Extranjero público %', por(c.extranjeroPublico)],
    [87, 'Extranjero privado %', por(c.extranjeroPrivado)],
  ]);
}

const vigilancia = (valor: string): BloqueDeHoja =>
  bloque('2', 'vigilancia', '', 'Vigilancia y control', [
    [88, 'Entidad de vigilancia y control', codigo('88', valor)],
  ]);

function estado(e: EstadoDeOrganizacion): BloqueDeHoja {
  return bloque('2', 'estadosDeOrganizacion', `${e.codigo}-${e.desde}`, 'Estado y beneficio', [
    [89, 'Estado actual', codigo('89', e.codigo)],
    [90, 'Fecha cambio de estado', fechaCompacta(e.desde)],
    [91, 'NIT', texto(e.nit)],
    [92, 'DV', dvDe(e.nit)],
  ]);
}

function vinculacion(v: VinculacionEconomica): BloqueDeHoja {
  return bloque('2', 'vinculacion', '', 'Vinculación económica', [
    [93, 'Vinculación económica', texto(v.tiene ? 'Sí' : 'No')],
    [94, 'Nombre del grupo económico y/o empresarial', texto(v.grupo)],
    [95, 'NIT de la matriz o controlante', texto(v.matriz?.nit)],
    [96, 'DV', dvDe(v.matriz?.nit)],
    [97, 'Nombre o razón social de la matriz o controlante', texto(v.matriz?.nombre)],
  ]);
}

const dvDe = (nit: string | undefined) => texto(nit && String(digitoDeVerificacion(nit)));
