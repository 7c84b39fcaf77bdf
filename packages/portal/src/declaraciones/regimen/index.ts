export { rutasDeRegimen } from './rutas.ts';
export { TIPO_REGIMEN } from './tipo.ts';
export { OFRECIDO } from './ofrecido.ts';
