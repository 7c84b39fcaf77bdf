import type { SujetoDelRut } from '@autogestion/normas/rut';
import type { HechosDelBorrador } from '../procedimiento/index.ts';

const SUJETOS = [
  'persona-natural',
  'sucesion',
  'persona-juridica',
  'entidad-publica',
  'consorcio',
  'patrimonio-autonomo',
  'establecimiento-permanente',
  'sociedad-con-sede-efectiva',
  'inversionista-directo',
  'inversionista-de-portafolio',
  'prestador-desde-el-exterior',
] as const satisfies readonly SujetoDelRut[];

export const NOMBRE_DE_SUJETO: Readonly<Record<SujetoDelRut, string>> = {
  'persona-natural': 'Una persona',
  sucesion: 'Una persona que falleció (sucesión)',
  'persona-juridica': 'Una empresa, fundación, asociación u otra persona jurídica',
  'entidad-publica': 'Una entidad pública',
  consorcio: 'Un consorcio, una unión temporal u otro contrato de colaboración',
  'patrimonio-autonomo': 'Un patrimonio autónomo (fiducia)',
  'establecimiento-permanente': 'Un establecimiento permanente en Colombia de alguien del exterior',
  'sociedad-con-sede-efectiva': 'Una sociedad extranjera que se administra desde Colombia',
  'inversionista-directo': 'Un inversionista del exterior (inversión directa)',
  'inversionista-de-portafolio': 'Un inversionista del exterior (inversión de portafolio)',
  'prestador-desde-el-exterior': 'Quien presta servicios a Colombia desde el exterior',
};

const DE_CUALQUIERA: readonly SujetoDelRut[] = [
  'establecimiento-permanente',
  'inversionista-directo',
  'inversionista-de-portafolio',
  'prestador-desde-el-exterior',
];

/**
 * What a registration may be of, by box 24 and by who asks: nobody asks for themselves as deceased. A succession acts
 * by whom sheet 3 of its RUT names, who comes in with an account of their own.
 */
export function sujetosPosibles({ rut, quien }: Pick<HechosDelBorrador, 'rut' | 'quien'>): SujetoDelRut[] {
  const dePersonas: readonly SujetoDelRut[] = ['persona-natural', 'sucesion'];
  return SUJETOS.filter((s) => {
    if (DE_CUALQUIERA.includes(s)) return true;
    if (!dePersonas.includes(s)) return rut.tipoContribuyente === '1';
    return rut.tipoContribuyente === '2' && (s !== 'sucesion' || quien?.calidad !== 'titular');
  });
}
