export * as schema from '@crm/shared/tables';
