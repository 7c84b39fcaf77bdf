import { porcentaje } from '@autogestion/normas/dinero';
import { definidos } from '@autogestion/normas/definidos';
import { ACTIVIDADES_EXCLUIDAS, type HechosSimple } from '@autogestion/normas/simple';
import { z } from 'zod';
import type { Respuesta } from './responder.ts';

const siONo = z.boolean().optional();
const PESOS = z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional();

/** What programs know of whoever would enter. What is absent is not known. */
export const ElegibilidadPedida = z.strictObject({
  tipo: z.enum(['natural', 'juridica']),
  hechos: z.strictObject({
    empiezaEsteAnio: siONo.describe('Todavía no está en el RUT: se mide lo que espera recibir este año'),
    ingresos: PESOS.describe('Ingresos brutos del año anterior, o los que espera si empieza; pesos'),
    otrasEmpresas: PESOS.describe('La parte que cuenta de otras empresas (ET 905 nums. 3 a 5); pesos'),
    desarrollaEmpresa: siONo,
    residente: siONo,
    relacionLaboral: siONo,
    sociedad: siONo,
    sociosResidentes: siONo,
    extranjera: siONo,
    dependeDeOtra: siONo,
    participaEnOtras: siONo,
    entidadFinanciera: siONo,
    escindida: siONo,
    actividadesExcluidas: z.array(z.enum(ACTIVIDADES_EXCLUIDAS.map((a) => a.id))).optional(),
    actividades: z
      .array(z.string().regex(/^\d{4}$/))
      .max(20)
      .optional()
      .describe('CIIU, cuatro cifras cada una'),
    utilidadNeta: z.int().optional(),
    rut: siONo,
    firmaElectronica: siONo,
    facturaElectronica: siONo,
    excluidoElAnioAnterior: siONo,
  }),
});

const ESTADO = z.enum(['cumple', 'no-cumple', 'no-se-sabe']);
const CondicionesApi = z.array(
  z.object({
    id: z.string(),
    estado: ESTADO,
    articulo: z.string(),
    pregunta: z.string(),
    explicacion: z.string(),
    subsanable: z.boolean(),
  }),
);
export const ElegibilidadApi = z.object({
  anio: z.int().describe('El año para el que se entraría'),
  estado: ESTADO,
  definitiva: z.boolean(),
  condiciones: CondicionesApi,
});

export function hechosDeLoPedido({
  hechos: { ingresos, otrasEmpresas, utilidadNeta, ...otros },
}: z.output<typeof ElegibilidadPedida>): HechosSimple {
  const toda = { participacion: porcentaje(100), enSimple: false, administra: true };
  return definidos({
    ...otros,
    ingresos: ingresos === undefined ? undefined : BigInt(ingresos),
    utilidadNeta: utilidadNeta === undefined ? undefined : BigInt(utilidadNeta),
    otrasEmpresas:
      otrasEmpresas === undefined
        ? undefined
        : otrasEmpresas === 0
          ? []
          : [[{ ...toda, ingresos: BigInt(otrasEmpresas) }]],
  });
}

export const elegibilidadEnJson = ({ anio, estado, definitiva, condiciones }: Respuesta) => ({
  anio,
  estado,
  definitiva,
  condiciones: condiciones.map((c) => ({ ...c })),
});
